package io.raftbed.scenario.format;

import java.util.Locale;

/** Names of Java as words of a file: {@code PowerLoss} and {@code powerLoss} are power-loss. */
final class Words {
  private Words() {}

  static String of(Class<?> type) {
    return of(type.getSimpleName());
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String of(String javaName) {
    return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
