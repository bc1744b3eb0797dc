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

  /** Returns what is said of a type, empty where nothing is. */
  static String said(Class<?> type) {
    Says says = type.getAnnotation(Says.class);
    return says == null ? "" : says.value();
  }

  static String of(String javaName) {
    return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
