package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and writes {@code fifo|random|pct:D}. */
final class ScheduleConverter implements ITypeConverter<ScheduleKind> {

  private static final Pattern PCT = Pattern.compile("pct:([1-9][0-9]{0,3})");

  @Override
  public ScheduleKind convert(String text) {
    Matcher pct = PCT.matcher(text);
    if (pct.matches()) {
      return new ScheduleKind.Pct(Integer.parseInt(pct.group(1)));
    }
    return switch (text) {
      case "fifo" -> new ScheduleKind.Fifo();
      case "random" -> new ScheduleKind.Random();
      default ->
          throw new TypeConversionException(
              "'" + text + "' is none of fifo, random, pct:D with a depth D from 1 to 9999");
    };
  }

  static String format(ScheduleKind schedule) {
    return switch (schedule) {
      case ScheduleKind.Fifo() -> "fifo";
      case ScheduleKind.Random() -> "random";
      case ScheduleKind.Pct(int depth) -> "pct:" + depth;
    };
  }
}
