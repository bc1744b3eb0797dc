package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --schedule}. */
final class ScheduleConverter implements ITypeConverter<ScheduleKind> {

  @Override
  public ScheduleKind convert(String text) {
    try {
      return ScheduleKind.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
