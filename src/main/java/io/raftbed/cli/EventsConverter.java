package io.raftbed.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many events to show: {@code all}, or a number from 0. */
final class EventsConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (text.equals("all")) {
      return Integer.MAX_VALUE;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new TypeConversionException("'" + text + "' is neither all nor a number from 0");
    }
    return Integer.parseInt(text);
  }
}
