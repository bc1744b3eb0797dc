package io.raftbed.scenario.format;

import java.util.ArrayList;
import java.util.List;

/** The page that says what each word of a format means. */
public final class WordsPage {

  private final List<String> lines = new ArrayList<>();

  /** Returns the page so far. */
  public List<String> lines() {
    return lines;
  }

  /** Adds lines. */
  public void add(String... more) {
    lines.addAll(List.of(more));
  }

  /** Adds the keys of a record, but for those that stand in line. */
  public void keys(Class<?> record) {
    for (Component component : Component.of(record)) {
      if (!component.isInline()) {
        lines.add("- " + key(component) + ": " + component.says());
      }
    }
    lines.add("");
  }

  /** Adds all records of a sealed interface. */
  public void choices(Class<?> sealed) {
    for (Class<?> record : Choices.of(sealed)) {
      lines.add("`" + Words.of(record) + "`: " + Words.said(record));
      lines.add("");
      keys(record);
    }
  }

  private static String key(Component component) {
    String must = component.isRequired() ? "" : ", may be left out";
    return "`%s` (%s%s)".formatted(component.word(), kind(component), must);
  }

  private static String kind(Component component) {
    String one = kind(component.type());
    return component.kind() == Component.Kind.SEVERAL ? one + ", or a list" : one;
  }

  private static String kind(Class<?> type) {
    return type.isRecord() || type.isSealed()
        ? Words.of(type).replace('-', ' ')
        : ScalarReader.describe(type);
  }
}
