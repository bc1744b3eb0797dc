package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessagesTest {

  enum Color {
    RED
  }

  record Numbers(int a, long b, boolean c, byte d, short e, char f, float g, double h, Color i) {}

  record Entry(int term, byte[] command) {}

  record Append(int term, List<Entry> entries, int commit) {}

  record Vote(int term, String name) {}

  record Everything(
      List<Integer> boxed,
      Optional<Vote> shared,
      Optional<Entry> copied,
      Entry[] array,
      List<String>[] lists,
      long[] numbers) {}

  record Tree(byte[] value, List<Tree> children) {}

  record WithMap(Map<String, Integer> counts) {}

  record Outer(int term, WithMap inner) {}

  record Generic<T>(T value) {}

  record WithGeneric(Generic<String> value) {}

  record WithNull(@Nullable String text) {}

  record WithNullElement(List<@Nullable String> texts) {}

  @Test
  void countsEveryPrimitiveAsItsWidth() {
    var message = new Numbers(1, 2, true, (byte) 3, (short) 4, 'f', 6f, 7d, Color.RED);

    assertThat(Messages.size(message)).isEqualTo(4 + 8 + 1 + 1 + 2 + 2 + 4 + 8 + 4);
  }

  @Test
  void countsLengthsOfStringsInUtf8() {
    assertThat(Messages.size(new Vote(1, "aé€"))).isEqualTo(4 + 4 + 1 + 2 + 3);
  }

  @Test
  void countsElementsAndTheirLength() {
    var message = new Append(1, List.of(new Entry(1, new byte[3]), new Entry(2, new byte[0])), 0);

    assertThat(Messages.size(message)).isEqualTo(4 + 4 + (4 + 4 + 3) + (4 + 4) + 4);
  }

  @Test
  void sharesWhatNobodyCanChange() {
    Vote message = new Vote(1, "a");

    assertThat(Messages.copy(message)).isSameAs(message);
  }

  @Test
  void copiesArraysWithinListsOfRecords() {
    byte[] command = {1, 2};
    Append sent = new Append(7, List.of(new Entry(3, command)), 5);

    Append received = Messages.copy(sent);
    command[0] = 9;

    assertThat(received.term()).isEqualTo(7);
    assertThat(received.commit()).isEqualTo(5);
    assertThat(received.entries()).hasSize(1);
    assertThat(received.entries().getFirst().term()).isEqualTo(3);
    assertThat(received.entries().getFirst().command()).containsExactly(1, 2);
  }

  @Test
  void theReceiverMayChangeItsListWithoutTheSenderNoticing() {
    List<Entry> entries = new ArrayList<>(List.of(new Entry(1, new byte[0])));
    Append received = Messages.copy(new Append(1, entries, 0));

    received.entries().clear();

    assertThat(entries).hasSize(1);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type
  void copiesEveryKindOfComponent() {
    Vote vote = new Vote(1, "v");
    byte[] command = {1};
    List<String>[] lists = new List[] {List.of("a", "b")};
    var sent =
        new Everything(
            List.of(1, 2),
            Optional.of(vote),
            Optional.of(new Entry(1, command)),
            new Entry[] {new Entry(2, command)},
            lists,
            new long[] {1, 2, 3});

    Everything received = Messages.copy(sent);

    assertThat(Messages.size(sent))
        .isEqualTo((4 + 8) + (1 + 4 + 5) + (1 + 4 + 5) + (4 + 4 + 5) + (4 + 4 + 5 + 5) + (4 + 24));
    assertThat(received.boxed()).isEqualTo(List.of(1, 2));
    assertThat(received.shared().orElseThrow()).isSameAs(vote);
    assertThat(received.copied().orElseThrow().command()).isNotSameAs(command).containsExactly(1);
    assertThat(received.array()).isNotSameAs(sent.array());
    assertThat(received.array()[0].command()).isNotSameAs(command).containsExactly(1);
    assertThat(received.lists()[0]).isEqualTo(List.of("a", "b"));
    assertThat(received.numbers()).isNotSameAs(sent.numbers()).containsExactly(1, 2, 3);
  }

  @Test
  void copiesRecordsThatContainThemselves() {
    byte[] leaf = {4};
    Tree sent = new Tree(new byte[0], List.of(new Tree(leaf, List.of())));

    Tree received = Messages.copy(sent);
    leaf[0] = 5;

    assertThat(Messages.size(sent)).isEqualTo(4 + 4 + (5 + 4));
    assertThat(received.children().getFirst().value()).containsExactly(4);
  }

  @Test
  void refusesATypeThatItCannotCarryWithTheComponentAndTheRemedy() {
    assertThatThrownBy(() -> Messages.requireSupported(Outer.class))
        .isInstanceOf(UnsupportedMessageException.class)
        .hasMessage(
            "WithMap.counts is of type java.util.Map<java.lang.String, java.lang.Integer>, which a"
                + " message cannot carry; use primitives, strings, enums, arrays, records, or"
                + " Lists and Optionals of these.");
  }

  @Test
  void refusesRecordsWithTypeParameters() {
    assertThatThrownBy(() -> Messages.requireSupported(WithGeneric.class))
        .isInstanceOf(UnsupportedMessageException.class)
        .hasMessageStartingWith("WithGeneric.value is of type");
  }

  @Test
  void refusesNull() {
    assertThatThrownBy(() -> Messages.size(new WithNull(null)))
        .isInstanceOf(UnsupportedMessageException.class)
        .hasMessage(
            "WithNull.text holds null, which a message cannot carry; use an empty value or an"
                + " Optional.");
    List<@Nullable String> texts = new ArrayList<>();
    texts.add(null);
    assertThatThrownBy(() -> Messages.size(new WithNullElement(texts)))
        .hasMessageStartingWith("WithNullElement.texts holds null");
  }
}
