package io.raftbed.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --persister}. */
final class PersisterConverter implements ITypeConverter<PersisterKind> {

  @Override
  public PersisterKind convert(String text) {
    try {
      return PersisterKind.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
