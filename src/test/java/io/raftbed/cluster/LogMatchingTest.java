package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static io.raftbed.cluster.History.appendEntries;
import static io.raftbed.cluster.History.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogMatchingTest {
  private final History history = new History(3, (servers, v) -> new LogMatching(v));

  @Test
  void repeatsAndForksOfTheLogAreLegal() {
    history
        .send(0, 1, append(2, 0, 0, 0, 1, 1, 2))
        .send(0, 2, append(2, 0, -1, 0, 1))
        .send(1, 2, append(3, 2, 1, 0, 3))
        .send(0, 1, append(2, 1, 1, 0, 1, 2))
        .start(0, "as the service gave it", 3, 2);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void oneCommandAnEntry() {
    history
        .send(0, 1, appendEntries(2, 4, 1, 0, entry(2, "cmd-1")))
        .send(1, 2, appendEntries(3, 4, 1, 0, entry(2, "cmd-2")));
    assertThat(history.objections())
        .containsExactly(
            "two commands in one entry (index 5, term 2):"
                + " S1 in term 3 shows \"cmd-2\" after an entry of term 1;"
                + " S0 in term 2 showed another command after an entry of term 1");
  }

  @Test
  void onePredecessorAnEntry() {
    history.send(0, 1, append(3, 4, 1, 0, 3)).send(0, 2, append(3, 4, 2, 0, 3));
    assertThat(history.objections()).singleElement().asString().contains("differ before it");
  }

  @Test
  void aShiftedLogIsFound() {
    history
        .send(0, 1, append(1, 0, 0, 0, 1, 1))
        .send(0, 2, appendEntries(1, 0, 0, 0, entry(1, "x2-1")));
    assertThat(history.objections()).hasSize(1);
  }
}
