package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {

  @ParameterizedTest(name = "§5.2: {1} of {0} servers are a majority, one less is not")
  @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3", "6, 4", "7, 4"})
  void majority(int servers, int majority) {
    assertThat(new Majority(Given.ids(servers)).size()).isEqualTo(majority);
  }

  @Test
  @DisplayName("§5.2: half of an even cluster does not win an election")
  void halfIsNoMajority() {
    assertThat(new Majority(Given.ids(4)).wonBy(Set.of(0, 1))).isFalse();
    assertThat(new Majority(Given.ids(4)).wonBy(Set.of(0, 1, 3))).isTrue();
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
    assertThat(new Majority(Given.ids(matchIndex.length)).storedByMajority(id -> matchIndex[id]))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "of {0} servers, the first {1}: {2}")
  @CsvSource({"1, 0, false", "1, 1, true", "4, 2, false", "4, 3, true", "5, 3, true", "5, 5, true"})
  void holdsForMajority(int servers, int so, boolean expected) {
    assertThat(new Majority(Given.ids(servers)).holdsFor(id -> id < so)).isEqualTo(expected);
  }

  @Test
  @DisplayName("§6: who was told of no members decides nothing")
  void nobody() {
    Majority none = new Majority(List.of());
    assertThat(none.wonBy(Set.of(0, 1, 2))).isFalse();
    assertThat(none.holdsFor(id -> true)).isFalse();
  }

  @Test
  @DisplayName("§6: the vote of a server that is no member does not count")
  void strangers() {
    Majority majority = new Majority(List.of(1, 3, 5));
    assertThat(majority.wonBy(Set.of(0, 2, 3, 4))).isFalse();
    assertThat(majority.wonBy(Set.of(3, 5))).isTrue();
  }

  @ParameterizedTest(name = "§6: joint consensus of 0, 1, 2 and 2, 3, 4: votes of {0}: {1}")
  @CsvSource({
    "'0,1', false",
    "'2,3,4', false",
    "'0,1,3', false",
    "'1,2,3', true",
    "'0,1,3,4', true"
  })
  void joint(String voters, boolean won) {
    Quorum joint = new Quorum.Joint(new Majority(List.of(0, 1, 2)), new Majority(List.of(2, 3, 4)));
    Set<Integer> ids =
        Arrays.stream(voters.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    assertThat(joint.wonBy(ids)).isEqualTo(won);
    assertThat(joint.holdsFor(ids::contains)).isEqualTo(won);
    assertThat(joint.storedByMajority(id -> ids.contains(id) ? 7 : 0)).isEqualTo(won ? 7 : 0);
  }
}
