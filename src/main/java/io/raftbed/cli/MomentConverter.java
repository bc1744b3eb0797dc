package io.raftbed.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment of a run in seconds, as its events show it, into virtual nanoseconds. */
final class MomentConverter implements ITypeConverter<Long> {

  private static final int NANO_DIGITS = 9;

  @Override
  public Long convert(String text) {
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,9})?s?")) {
      throw new TypeConversionException(
          "'" + text + "' is no moment: seconds since the start, such as 1.25");
    }
    return new BigDecimal(text.replace("s", ""))
        .movePointRight(NANO_DIGITS)
        .setScale(0, RoundingMode.UNNECESSARY)
        .longValueExact();
  }
}
