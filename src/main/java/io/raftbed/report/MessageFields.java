package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.OptionalInt;

/** What messages say under the names of the Raft paper's figures 2 and 13, and of the lab. */
final class MessageFields {
  private MessageFields() {}

  /** Returns a whole number that a message has under a name. */
  static OptionalInt number(CallDetail message, String name) {
    return message.field(name).filter(Integer.class::isInstance).isPresent()
        ? OptionalInt.of((Integer) message.field(name).orElseThrow())
        : OptionalInt.empty();
  }

  /** Returns how many elements a message has under a name; 0 when that is no list. */
  static int size(CallDetail message, String name) {
    return message.field(name).map(MessageFields::size).orElse(0);
  }

  private static int size(Object list) {
    return switch (list) {
      case Collection<?> elements -> elements.size();
      case Object array when array.getClass().isArray() -> Array.getLength(array);
      default -> 0;
    };
  }

  /** Returns whether a message says yes under a name. */
  static boolean isTrue(CallDetail message, String name) {
    return message.field(name).filter(Boolean.TRUE::equals).isPresent();
  }
}
