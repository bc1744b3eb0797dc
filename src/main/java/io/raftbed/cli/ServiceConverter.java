package io.raftbed.cli;

import io.raftbed.scenario.Scenario.ServiceOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands above servers, in the words of scenarios. */
final class ServiceConverter implements ITypeConverter<ServiceOption> {

  @Override
  public ServiceOption convert(String text) {
    return Arrays.stream(ServiceOption.values())
        .filter(option -> word(option).equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + words()));
  }

  private static String words() {
    return Arrays.stream(ServiceOption.values())
        .map(ServiceConverter::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(ServiceOption option) {
    return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
