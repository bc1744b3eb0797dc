package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {

  @ParameterizedTest(name = "§5.2: {1} of {0} servers are a majority, one less is not")
  @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3", "6, 4", "7, 4"})
  void majority(int servers, int majority) {
    assertThat(new Quorum(servers).majority()).isEqualTo(majority);
  }

  @Test
  @DisplayName("§5.2: half of an even cluster does not win an election")
  void halfIsNoMajority() {
    assertThat(new Quorum(4).wonBy(Set.of(0, 1))).isFalse();
    assertThat(new Quorum(4).wonBy(Set.of(0, 1, 3))).isTrue();
  }

  @ParameterizedTest(name = "§5.3: matchIndex {0} means a majority stores up to {1}")
  @CsvSource({
    "7, 7",
    "'5,3', 3",
    "'9,4,0', 4",
    "'4,9,4', 4",
    "'9,8,2,1', 2",
    "'9,9,2,1', 2",
    "'9,7,5,3,1', 5",
    "'9,0,0,0,9', 0"
  })
  void storedByMajority(String matchIndexes, int expected) {
    int[] matchIndex = Arrays.stream(matchIndexes.split(",")).mapToInt(Integer::parseInt).toArray();
    assertThat(new Quorum(matchIndex.length).storedByMajority(id -> matchIndex[id]))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "of {0} servers, the first {1}: {2}")
  @CsvSource({"1, 0, false", "1, 1, true", "4, 2, false", "4, 3, true", "5, 3, true", "5, 5, true"})
  void holdsForMajority(int servers, int so, boolean expected) {
    assertThat(new Quorum(servers).holdsFor(id -> id < so)).isEqualTo(expected);
  }

  @Test
  @DisplayName("a cluster has at least one server")
  void refusesNoServers() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quorum(0));
  }
}
