package io.raftbed.scenario.format;

import io.raftbed.scenario.format.Component.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Makes YAML of records, which {@link RecordReader} reads as equal ones: a line for each component
 * and for each record of a list, but for records that can hold such lists themselves.
 */
public final class RecordWriter {

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(100)
          .build();

  private RecordWriter() {}

  /** Returns the text of a file. */
  public static String write(Record record) {
    Node root = mapping(record, FlowStyle.BLOCK);
    return new Present(SETTINGS)
        .emitToString(new Serialize(SETTINGS).serializeOne(root).iterator());
  }

  /** Returns one record on one line. */
  public static String line(Record record) {
    DumpSettings settings = DumpSettings.builder().setWidth(Integer.MAX_VALUE).build();
    Node root = isWord(record) ? record(record) : mapping(record, FlowStyle.FLOW);
    return new Present(settings)
        .emitToString(new Serialize(settings).serializeOne(root).iterator())
        .strip();
  }

  /** Returns the word that names a record among those of its sealed interface. */
  public static String word(Record record) {
    return Words.of(record.getClass());
  }

  private static Node value(Object value) {
    if (value instanceof Record record && !(value instanceof Text)) {
      return record(record);
    }
    return scalar(value);
  }

  private static Node record(Record record) {
    List<Component> components = Component.of(record.getClass());
    List<Component> given = given(record, components);
    if (Shorthand.isPossible(components)
        && given.size() == 1
        && given.getFirst().equals(components.getFirst())
        && !isAmbiguous(given.getFirst())) {
      return componentValue(record, given.getFirst());
    }
    if (isWord(record)) {
      return scalar(Words.of(given.getFirst().valueIn(record).getClass()));
    }
    boolean isBlock = components.stream().anyMatch(RecordWriter::isLong);
    return mapping(record, isBlock ? FlowStyle.BLOCK : FlowStyle.FLOW);
  }

  /** A mapping in place of a record could be taken for the record itself. */
  private static boolean isAmbiguous(Component first) {
    return first.kind() == Kind.SEVERAL && isLong(first);
  }

  private static boolean isLong(Component component) {
    return component.isInline()
        || component.kind() == Kind.SEVERAL
            && component.type().isRecord()
            && Component.of(component.type()).stream().anyMatch(Component::isInline);
  }

  private static List<Component> given(Record record, List<Component> components) {
    return components.stream()
        .filter(c -> c.isRequired() || !c.valueIn(record).equals(c.absent()))
        .toList();
  }

  private static Node mapping(Record record, FlowStyle style) {
    List<NodeTuple> tuples = new ArrayList<>();
    for (Component component : given(record, Component.of(record.getClass()))) {
      if (component.isInline()) {
        tuples.add(choice((Record) component.valueIn(record)));
      } else {
        tuples.add(new NodeTuple(scalar(component.word()), componentValue(record, component)));
      }
    }
    return new MappingNode(Tag.MAP, tuples, style);
  }

  private static NodeTuple choice(Record chosen) {
    return new NodeTuple(scalar(Words.of(chosen.getClass())), record(chosen));
  }

  private static Node componentValue(Record record, Component component) {
    Object value = component.valueIn(record);
    return switch (component.kind()) {
      case ONE -> single(value, component);
      case AT_MOST_ONE -> single(((Optional<?>) value).orElseThrow(), component);
      case SEVERAL -> several((List<?>) value, component);
    };
  }

  private static Node several(List<?> values, Component component) {
    boolean isBlock = isLong(component);
    if (values.size() == 1 && !isBlock && !isWrittenAsList(component.type())) {
      return single(values.getFirst(), component);
    }
    List<Node> nodes = new ArrayList<>();
    values.forEach(each -> nodes.add(single(each, component)));
    return new SequenceNode(Tag.SEQ, nodes, isBlock ? FlowStyle.BLOCK : FlowStyle.FLOW);
  }

  /** Whether the value of one of several may be a list itself. */
  private static boolean isWrittenAsList(Class<?> type) {
    return type.isRecord()
        && !Text.class.isAssignableFrom(type)
        && Component.of(type).getFirst().kind() == Kind.SEVERAL;
  }

  private static Node single(Object value, Component component) {
    if (component.type().isSealed()) {
      Record chosen = (Record) value;
      return isBare(chosen)
          ? scalar(Words.of(chosen.getClass()))
          : new MappingNode(Tag.MAP, List.of(choice(chosen)), FlowStyle.FLOW);
    }
    return value(value);
  }

  /** Whether it says nothing but a choice, whose word says all. */
  private static boolean isWord(Record record) {
    List<Component> given = given(record, Component.of(record.getClass()));
    return given.size() == 1
        && given.getFirst().isInline()
        && isBare((Record) given.getFirst().valueIn(record));
  }

  /** Whether its word says all. */
  private static boolean isBare(Record record) {
    return given(record, Component.of(record.getClass())).isEmpty();
  }

  private static Node scalar(Object value) {
    String text = value instanceof Enum<?> constant ? Words.of(constant) : value.toString();
    Tag tag =
        switch (value) {
          case Boolean _ -> Tag.BOOL;
          case Integer _, Long _ -> Tag.INT;
          case Double _ -> Tag.FLOAT;
          default -> Tag.STR;
        };
    return new ScalarNode(tag, text, ScalarStyle.PLAIN);
  }
}
