package io.raftbed.scenario.format;

import io.raftbed.scenario.format.Component.Kind;
import io.raftbed.suite.NearestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Makes records of YAML. */
public final class RecordReader {

  private final Source source;
  private final ScalarReader scalars;
  private final IdentityHashMap<Object, Node> places = new IdentityHashMap<>();

  private RecordReader(Source source) {
    this.source = source;
    this.scalars = new ScalarReader(source);
  }

  /**
   * Reads a record.
   *
   * @param file how errors name the file
   * @param text what is in it
   * @param check looks whether the parts of the record go together, and throws {@link Misfit}
   * @throws FormatException if it is no such record
   */
  public static <T extends Record> T read(
      String file, String text, Class<T> type, Consumer<T> check) {
    RecordReader reader = new RecordReader(new Source(file));
    Node root = reader.source.compose(text);
    T record = type.cast(reader.value(root, type));
    try {
      check.accept(record);
    } catch (Misfit misfit) {
      throw reader.at(misfit, root);
    }
    return record;
  }

  private FormatException at(Misfit misfit, Node whole) {
    return source.at(
        places.getOrDefault(misfit.part(), whole), String.valueOf(misfit.getMessage()));
  }

  private Object value(Node node, Class<?> type) {
    if (type.isSealed()) {
      return choice(node, type);
    }
    if (type.isRecord() && !Text.class.isAssignableFrom(type)) {
      return record(node, type);
    }
    if (node instanceof ScalarNode scalar) {
      Object value = scalars.value(scalar, type);
      places.put(value, node);
      return value;
    }
    throw source.at(node, "expected " + ScalarReader.describe(type));
  }

  /** Reads a mapping with one key, which names a record; a word alone names one that needs none. */
  private Object choice(Node node, Class<?> type) {
    if (node instanceof ScalarNode scalar) {
      Class<?> chosen = named(scalar, type);
      return make(node, chosen, Map.of());
    }
    Map<ScalarNode, Node> entries =
        entries(node, "one of " + String.join(", ", Choices.words(type)));
    if (entries.size() != 1) {
      throw source.at(node, "expected one of " + String.join(", ", Choices.words(type)));
    }
    return chosen(entries.entrySet().iterator().next(), type);
  }

  private Object chosen(Map.Entry<ScalarNode, Node> entry, Class<?> type) {
    return record(entry.getValue(), named(entry.getKey(), type));
  }

  private Class<?> named(ScalarNode word, Class<?> type) {
    return Choices.find(type, word.getValue())
        .orElseThrow(() -> unknown(word, Choices.words(type)));
  }

  private Object record(Node node, Class<?> type) {
    List<Component> components = Component.of(type);
    if (isShort(node, components)) {
      Component first = components.getFirst();
      return make(node, type, Map.of(first.word(), componentValue(node, first)));
    }
    if (isNothing(node)) {
      return make(node, type, Map.of());
    }
    Optional<Component> inline = components.stream().filter(Component::isInline).findFirst();
    if (inline.isPresent() && node instanceof ScalarNode) {
      return make(node, type, Map.of(inline.get().word(), choice(node, inline.get().type())));
    }
    Map<String, Object> values = new HashMap<>();
    entries(node, "a mapping with " + String.join(", ", words(components)))
        .forEach((key, value) -> read(key, value, components, values));
    return make(node, type, values);
  }

  private void read(
      ScalarNode key, Node value, List<Component> components, Map<String, Object> values) {
    String word = key.getValue();
    for (Component component : components) {
      if (component.isInline()) {
        if (Choices.find(component.type(), word).isPresent()) {
          Object earlier =
              values.put(component.word(), chosen(Map.entry(key, value), component.type()));
          if (earlier != null) {
            throw source.at(
                key, "a second thing to do; begin a new item, with a hyphen, for " + word);
          }
          return;
        }
      } else if (component.word().equals(word)) {
        values.put(component.word(), componentValue(value, component));
        return;
      }
    }
    throw unknown(key, words(components));
  }

  private Object componentValue(Node node, Component component) {
    return switch (component.kind()) {
      case ONE -> value(node, component.type());
      case AT_MOST_ONE -> Optional.of(value(node, component.type()));
      case SEVERAL -> {
        List<Object> values = new ArrayList<>();
        List<Node> nodes =
            node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        nodes.forEach(each -> values.add(value(each, component.type())));
        yield values;
      }
    };
  }

  private Object make(Node node, Class<?> type, Map<String, Object> values) {
    List<Component> components = Component.of(type);
    Object[] arguments = new Object[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      Component component = components.get(i);
      Object value = values.get(component.word());
      if (value == null ? component.isRequired() : component.lacks(value)) {
        throw source.at(node, missing(type, component));
      }
      arguments[i] = value == null ? component.absent() : value;
    }
    try {
      Object made = Rebuild.make(type, arguments);
      places.put(made, node);
      return made;
    } catch (Misfit misfit) {
      throw at(misfit, node);
    } catch (IllegalArgumentException wrong) {
      throw source.at(node, String.valueOf(wrong.getMessage()));
    }
  }

  private static String missing(Class<?> type, Component component) {
    return component.isInline()
        ? "nothing to do here; add one of " + String.join(", ", Choices.words(component.type()))
        : "%s needs %s: %s".formatted(Words.of(type), component.word(), component.says());
  }

  /** Whether a value stands for the first component alone. */
  private static boolean isShort(Node node, List<Component> components) {
    return !components.isEmpty()
        && Shorthand.isPossible(components)
        && !isNothing(node)
        && (!(node instanceof MappingNode mapping)
            || isOfFirst(mapping, components.getFirst(), components));
  }

  /** Whether a mapping is the value of the first component: of a record or a choice, that is. */
  private static boolean isOfFirst(MappingNode mapping, Component first, List<Component> all) {
    boolean isMapping =
        first.type().isSealed()
            || first.type().isRecord() && !Text.class.isAssignableFrom(first.type());
    if (first.kind() == Kind.SEVERAL || !isMapping) {
      return false;
    }
    if (mapping.getValue().isEmpty()) {
      return first.isRequired(); // nothing is said: of the first, where that must be there
    }
    List<String> words = words(all);
    return mapping.getValue().stream()
        .noneMatch(t -> t.getKeyNode() instanceof ScalarNode key && words.contains(key.getValue()));
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
  }

  private Map<ScalarNode, Node> entries(Node node, String expected) {
    if (!(node instanceof MappingNode mapping)) {
      throw source.at(node, "expected " + expected);
    }
    Map<ScalarNode, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw source.at(tuple.getKeyNode(), "expected a word, such as " + expected);
      }
      entries.put(key, tuple.getValueNode());
    }
    return entries;
  }

  private static List<String> words(List<Component> components) {
    List<String> words = new ArrayList<>();
    for (Component component : components) {
      if (component.isInline()) {
        words.addAll(Choices.words(component.type()));
      } else {
        words.add(component.word());
      }
    }
    return words;
  }

  private FormatException unknown(ScalarNode word, List<String> known) {
    String nearest = NearestNames.of(word.getValue(), known, 1).getFirst();
    return source.at(
        word,
        "unknown word \"%s\"; did you mean %s? Possible here: %s"
            .formatted(word.getValue(), nearest, String.join(", ", known)));
  }
}
