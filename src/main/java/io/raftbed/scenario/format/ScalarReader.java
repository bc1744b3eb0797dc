package io.raftbed.scenario.format;

import io.raftbed.suite.NearestNames;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes values of single words. */
record ScalarReader(Source source) {

  Object value(ScalarNode node, Class<?> type) {
    String text = node.getValue();
    try {
      if (type == String.class) {
        return text;
      } else if (type == int.class || type == Integer.class) {
        return Integer.parseInt(text);
      } else if (type == long.class || type == Long.class) {
        return Long.parseLong(text);
      } else if (type == double.class || type == Double.class) {
        return Double.parseDouble(text);
      } else if (type == boolean.class) {
        return truth(node, text);
      } else if (type.isEnum()) {
        return constant(node, text, type);
      }
      return parse(node, text, type);
    } catch (NumberFormatException e) {
      throw source.at(node, "\"%s\" is not %s".formatted(text, describe(type)));
    }
  }

  private boolean truth(ScalarNode node, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw source.at(node, "\"" + text + "\" is neither true nor false");
    }
    return text.equals("true");
  }

  private Object constant(ScalarNode node, String text, Class<?> type) {
    List<String> words = words(type);
    int found = words.indexOf(text);
    if (found < 0) {
      throw source.at(
          node,
          "unknown word \"%s\"; did you mean %s? Possible here: %s"
              .formatted(
                  text, NearestNames.of(text, words, 1).getFirst(), String.join(", ", words)));
    }
    return type.getEnumConstants()[found];
  }

  private Object parse(ScalarNode node, String text, Class<?> type) {
    try {
      return type.getMethod("parse", String.class).invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw source.at(node, String.valueOf(wrong.getMessage()));
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be read", e);
    }
  }

  static List<String> words(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants()).map(c -> Words.of((Enum<?>) c)).toList();
  }

  /** Says in words what a value of a type is. */
  static String describe(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    } else if (type == double.class || type == Double.class) {
      return "a number";
    } else if (type == boolean.class) {
      return "true or false";
    } else if (type.isEnum()) {
      return "one of " + String.join(", ", words(type));
    } else if (type == String.class) {
      return "a text";
    }
    return Words.said(type).isEmpty() ? "a text" : Words.said(type);
  }
}
