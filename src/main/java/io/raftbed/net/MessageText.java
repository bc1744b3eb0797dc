package io.raftbed.net;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Messages, commands and their parts as short text for people; the same on every machine. */
public final class MessageText {

  private static final int SHOWN_ELEMENTS = 4;
  private static final int SHOWN_CHARACTERS = 32;
  private static final int SHOWN_BYTES = 8;

  private MessageText() {}

  /** Returns a value as text: long lists and strings are cut, with a word on what is missing. */
  public static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case byte[] bytes -> show(bytes);
      case String text -> quote(text);
      case Record message -> show(message);
      case List<?> list -> show(list);
      case Optional<?> optional -> optional.map(MessageText::show).orElse("none");
      case Object array when array.getClass().isArray() -> showArray(array);
      default -> value.toString();
    };
  }

  /** Returns bytes as quoted text if they are printable, a few others in hex, else their number. */
  public static String show(byte[] bytes) {
    if (bytes.length == 0) {
      return "empty";
    }
    if (isPrintable(bytes)) {
      return quote(new String(bytes, StandardCharsets.US_ASCII));
    }
    if (bytes.length > SHOWN_BYTES) {
      return bytes.length + " bytes";
    }
    StringBuilder hex = new StringBuilder("0x");
    for (byte each : bytes) {
      hex.append(String.format("%02x", each));
    }
    return hex.toString();
  }

  private static String show(Record message) {
    StringJoiner text = new StringJoiner(", ", message.getClass().getSimpleName() + "[", "]");
    for (RecordPlan.Component component : Messages.plan(message.getClass()).components()) {
      text.add(component.name() + "=" + show(component.get(message)));
    }
    return text.toString();
  }

  private static String show(List<?> list) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    int shown = list.size() > SHOWN_ELEMENTS + 1 ? SHOWN_ELEMENTS : list.size();
    list.subList(0, shown).forEach(element -> text.add(show(element)));
    if (shown < list.size()) {
      text.add((list.size() - shown) + " more");
    }
    return text.toString();
  }

  private static String showArray(Object array) {
    return show(
        IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList());
  }

  private static String quote(String text) {
    return text.length() <= SHOWN_CHARACTERS
        ? '"' + text + '"'
        : '"' + text.substring(0, SHOWN_CHARACTERS) + "…\" (" + text.length() + " characters)";
  }

  private static boolean isPrintable(byte[] bytes) {
    for (byte each : bytes) {
      if (each < ' ' || each > '~') {
        return false;
      }
    }
    return true;
  }
}
