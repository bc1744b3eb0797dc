package io.raftbed.linearizability.format;

import io.raftbed.linearizability.model.MultiRegister;
import io.raftbed.linearizability.model.MultiRegister.Access;
import io.raftbed.linearizability.model.MultiRegister.Read;
import io.raftbed.linearizability.model.MultiRegister.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers by name: a {@code txn} is a list of {@code [read name value]} and {@code [write name
 * value]}, and so is its result; the value of a read counts there alone.
 */
record MultiRegisterWords(MultiRegister<String, String> model)
    implements Vocabulary<
        Map<String, String>, List<Access<String, String>>, List<Optional<String>>> {

  /**
   * Returns the words of registers with these values at first.
   *
   * @param initial a map
   */
  static MultiRegisterWords of(Object initial) {
    if (!(initial instanceof Map<?, ?> values)) {
      throw new UnknownWord("an object of names and values as initial state", initial);
    }
    Map<String, String> registers = new LinkedHashMap<>();
    values.forEach((name, value) -> registers.put(word(name), value.toString()));
    return new MultiRegisterWords(new MultiRegister<>(registers));
  }

  @Override
  public ModelName modelName() {
    return ModelName.MULTI_REGISTER;
  }

  @Override
  public List<Access<String, String>> input(String f, Object value) {
    if (!f.equals("txn") && !f.equals("read") && !f.equals("write")) {
      throw new UnknownWord("txn", f);
    }
    List<Access<String, String>> accesses = new ArrayList<>();
    for (Object access : list(value)) {
      accesses.add(access(list(access)));
    }
    return accesses;
  }

  private static Access<String, String> access(List<?> parts) {
    boolean isRead = isRead(parts);
    if (parts.size() != 3 && !(isRead && parts.size() == 2)) {
      throw new UnknownWord("[read name] or [write name value]", parts);
    }
    String name = word(parts.get(1));
    return isRead ? new Read<>(name) : new Write<>(name, parts.get(2).toString());
  }

  private static boolean isRead(List<?> parts) {
    return switch (parts.isEmpty() ? "" : word(parts.getFirst())) {
      case "read", "r" -> true;
      case "write", "w" -> false;
      default -> throw new UnknownWord("[read name] or [write name value]", parts);
    };
  }

  @Override
  public List<Optional<String>> output(List<Access<String, String>> input, Object value) {
    List<Optional<String>> seen = new ArrayList<>();
    for (Object access : list(value)) {
      List<?> parts = list(access);
      access(parts);
      if (isRead(parts)) {
        Object it = parts.size() == 3 ? parts.get(2) : Nil.MISSING;
        seen.add(it instanceof Nil ? Optional.empty() : Optional.of(it.toString()));
      }
    }
    if (seen.size() != input.stream().filter(Read.class::isInstance).count()) {
      throw new UnknownWord("as many reads as were called", value);
    }
    return seen;
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new UnknownWord("a list such as [[read x] [write y 1]]", value);
  }

  private static String word(Object value) {
    return value instanceof Keyword(String name) ? name : value.toString();
  }
}
