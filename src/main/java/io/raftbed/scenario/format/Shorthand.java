package io.raftbed.scenario.format;

import java.util.List;

/** When the value of a record's first component can stand for the record. */
final class Shorthand {
  private Shorthand() {}

  static boolean isPossible(List<Component> components) {
    return !components.isEmpty()
        && !components.getFirst().isInline()
        && components.stream().skip(1).noneMatch(Component::isRequired);
  }
}
