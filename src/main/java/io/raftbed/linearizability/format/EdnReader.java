package io.raftbed.linearizability.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of EDN (the notation of Clojure's data) that histories are written in: nil,
 * booleans, numbers, strings, keywords, symbols, vectors, lists, sets, maps; comments, discarded
 * forms and tags are passed over. Reads one form after the other and needs no memory for what came
 * before.
 */
final class EdnReader {

  /** Deeper than any history; a file of brackets alone shall not exhaust the stack. */
  private static final int DEEPEST = 100;

  private final Source source;
  private final String text;
  private int at;
  private int line;
  private int depth;

  EdnReader(Source source) {
    this(source, source.text(), 1);
  }

  /** Reads a part of a source that begins in some line. */
  EdnReader(Source source, String part, int line) {
    this.source = source;
    text = part;
    this.line = line;
  }

  /** Returns the line of the next form, from 1. */
  int line() {
    skipBlank();
    return line;
  }

  /** Returns whether nothing but blanks and comments is left. */
  boolean isAtEnd() {
    skipBlank();
    return at == text.length();
  }

  /** Passes over a character if it comes next. */
  boolean skip(char expected) {
    skipBlank();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Reads the next form. */
  Object read() {
    skipBlank();
    if (at == text.length()) {
      throw source.error(line, "expected a value, found the end of the text");
    }
    char next = text.charAt(at);
    return switch (next) {
      case '[' -> sequence(']');
      case '(' -> sequence(')');
      case '{' -> map();
      case '"' -> string();
      case '#' -> dispatched();
      case ']', ')', '}' -> throw source.error(line, "expected a value, found '" + next + "'");
      default -> atom(token());
    };
  }

  private Object dispatched() {
    at++;
    if (at < text.length() && text.charAt(at) == '{') {
      return sequence('}');
    }
    token();
    return read();
  }

  private List<Object> sequence(char close) {
    int opened = line;
    enter();
    at++;
    List<Object> items = new ArrayList<>();
    while (!skip(close)) {
      requireMore(opened, close);
      items.add(read());
    }
    depth--;
    return items;
  }

  private Map<Object, Object> map() {
    int opened = line;
    enter();
    at++;
    Map<Object, Object> map = new LinkedHashMap<>();
    while (!skip('}')) {
      requireMore(opened, '}');
      Object key = read();
      if (isAtEnd() || text.charAt(at) == '}') {
        throw source.error(line, "expected a value for " + key);
      }
      map.put(key, read());
    }
    depth--;
    return map;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw source.error(line, "expected a history, found brackets more than 100 deep");
    }
  }

  private void requireMore(int opened, char close) {
    if (isAtEnd()) {
      throw source.error(
          opened,
          "expected '" + close + "' for the bracket opened here, found the end of the text");
    }
  }

  private String string() {
    int opened = line;
    StringBuilder characters = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '"') {
        at++;
        return characters.toString();
      }
      if (next == '\n') {
        line++;
      }
      characters.append(next == '\\' ? escaped() : next);
    }
    throw source.error(opened, "expected '\"' to end the string that begins here");
  }

  private char escaped() {
    at++;
    char next = at < text.length() ? text.charAt(at) : ' ';
    return switch (next) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '"', '\\' -> next;
      case 'u' -> unicode();
      default -> throw source.error(line, "expected one of n t r u \" \\ after '\\' in a string");
    };
  }

  private char unicode() {
    try {
      char character = (char) Integer.parseInt(text, at + 1, at + 5, 16);
      at += 4;
      return character;
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      throw source.error(line, "expected four hexadecimal digits after '\\u'");
    }
  }

  private String token() {
    int start = at;
    while (at < text.length() && !isDelimiter(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw source.error(line, "expected a value, found '" + text.charAt(at) + "'");
    }
    return text.substring(start, at);
  }

  private static boolean isDelimiter(char character) {
    return isBlank(character) || "()[]{}\";".indexOf(character) >= 0;
  }

  private static boolean isBlank(char character) {
    return character == ',' || Character.isWhitespace(character);
  }

  /** Returns what a token stands for; numbers that are no integers and symbols stay text. */
  private static Object atom(String token) {
    return switch (token) {
      case "nil" -> Nil.NIL;
      case "true" -> true;
      case "false" -> false;
      default -> token.startsWith(":") ? new Keyword(token.substring(1)) : number(token);
    };
  }

  private static Object number(String token) {
    try {
      return Long.valueOf(token);
    } catch (NumberFormatException _) {
      return token;
    }
  }

  private void skipBlank() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == ';') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (next == '#' && text.startsWith("#_", at)) {
        at += 2;
        read();
      } else if (isBlank(next)) {
        line += next == '\n' ? 1 : 0;
        at++;
      } else {
        return;
      }
    }
  }
}
