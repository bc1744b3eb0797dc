package io.raftbed.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuitesTest {

  @Test
  void theClassicRaftSuitesHaveTheirTwentyEightTestsInOrder() {
    assertThat(ids("3A"))
        .containsExactly("3A/initial-election", "3A/re-election", "3A/many-elections");
    assertThat(ids("3B"))
        .containsExactly(
            "3B/basic-agreement",
            "3B/rpc-bytes",
            "3B/follower-failure",
            "3B/leader-failure",
            "3B/fail-agree",
            "3B/fail-no-agree",
            "3B/concurrent-starts",
            "3B/rejoin",
            "3B/backup",
            "3B/rpc-count");
    assertThat(ids("3C"))
        .containsExactly(
            "3C/basic-persistence",
            "3C/more-persistence",
            "3C/partitioned-leader",
            "3C/figure-8",
            "3C/unreliable-agreement",
            "3C/figure-8-unreliable",
            "3C/churn",
            "3C/churn-unreliable");
    assertThat(ids("3D"))
        .containsExactly(
            "3D/snapshot-basic",
            "3D/snapshot-install",
            "3D/snapshot-install-unreliable",
            "3D/snapshot-install-crash",
            "3D/snapshot-install-unreliable-crash",
            "3D/snapshot-all-crash",
            "3D/snapshot-init");
  }

  @Test
  void eachPartHasHarderTestsAfterTheClassicOnes() {
    assertThat(Suites.names())
        .containsExactly(
            "3A",
            "3B",
            "3C",
            "3D",
            "3E",
            "3A+",
            "3B+",
            "3C+",
            "3D+",
            "rsm",
            "4A",
            "4A/versioned",
            "4B",
            "4B/versioned",
            "4A+",
            "4A+/versioned",
            "4B+",
            "4B+/versioned");
    assertThat(Suites.find("3B+")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void idsAreUniqueAndBeginWithTheirPart() {
    List<SuiteTest> all = Suites.all();
    assertThat(all.stream().map(SuiteTest::id).collect(Collectors.toSet())).hasSameSizeAs(all);
    assertThat(all).allMatch(test -> test.id().startsWith(test.part() + "/"));
  }

  @Test
  void onlySnapshotTestsTakeSnapshots() {
    assertThat(Suites.all())
        .allMatch(test ->
            switch (test.body()) {
              case LogBody log -> log.snapshotEvery() > 0 == test.part().startsWith("3D");
              case MembersBody _ -> true; // with and without
              case KvBody kv -> kv.maxRaftState() == 1_000 == test.part().startsWith("4B");
              case RsmBody rsm -> rsm.maxRaftState() == 1_000 == test.id().equals("rsm/snapshot");
            });
  }

  @Test
  void theSuitesOfServicesHaveTheirTests() {
    List<String> partA =
        List.of(
            "basic",
            "speed",
            "concurrent",
            "unreliable",
            "one-key",
            "one-partition",
            "partitions-one-client",
            "partitions",
            "restarts-one-client",
            "restarts",
            "restarts-unreliable",
            "restarts-partitions",
            "restarts-partitions-unreliable",
            "restarts-partitions-random-keys");
    List<String> partB =
        List.of(
            "install-snapshot",
            "snapshot-size",
            "speed",
            "restarts-one-client",
            "restarts",
            "unreliable",
            "restarts-unreliable",
            "restarts-partitions-unreliable",
            "restarts-partitions-random-keys");
    assertThat(ids("4A")).containsExactlyElementsOf(bothForms("4A", partA));
    assertThat(ids("4B")).containsExactlyElementsOf(bothForms("4B", partB));
    assertThat(ids("rsm"))
        .containsExactly(
            "rsm/basic",
            "rsm/concurrent",
            "rsm/leader-failure",
            "rsm/leader-partition",
            "rsm/restart-replay",
            "rsm/shutdown",
            "rsm/restart-submit",
            "rsm/snapshot");
  }

  @Test
  void theSuitesOfServicesHaveHarderTestsInScenes() {
    List<String> partA =
        List.of(
            "lost-replies",
            "crash-before-reply",
            "late-duplicates",
            "read-after-election",
            "read-at-cut-leader",
            "read-behind-applier",
            "leads-twice",
            "client-returns",
            "deposed-leader",
            "racing-clients",
            "slow-services",
            "flapping-links",
            "one-way-links",
            "clocks",
            "rolling-restart",
            "crash-at-save");
    List<String> partB =
        List.of(
            "retry-after-restart",
            "retry-after-install",
            "late-duplicates",
            "covered-request",
            "read-after-install",
            "small-state",
            "finished-requests",
            "large-values",
            "reordering",
            "rolling-restart",
            "restart-all",
            "crash-at-save",
            "crash-at-disk-operation");
    assertThat(ids("4A+")).containsExactlyElementsOf(bothForms("4A+", partA));
    assertThat(ids("4B+")).containsExactlyElementsOf(bothForms("4B+", partB));
  }

  /** One key is appended to, which the versioned service cannot do. */
  private static List<String> bothForms(String part, List<String> slugs) {
    return Stream.concat(
            slugs.stream().map(slug -> part + "/" + slug),
            slugs.stream()
                .filter(slug -> !slug.equals("one-key"))
                .map(slug -> part + "/versioned-" + slug))
        .toList();
  }

  @Test
  void aSuiteOfServicesIsTheClassicOneAndTheVersionedOneHasANameOfItsOwn() {
    assertThat(Suites.find("4B")).hasSize(9).noneMatch(test -> test.id().contains("versioned"));
    assertThat(Suites.find("4B/versioned"))
        .hasSize(9)
        .allMatch(test -> test.id().startsWith("4B/versioned-"));
  }

  @Test
  void aTestIsFoundById() {
    assertThat(Suites.find("3B/backup")).singleElement().returns("3B", SuiteTest::part);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Suites.find("3b/bakup"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no suite or test \"3b/bakup\". Nearest: 3B/backup, ")
        .hasMessageEndingWith(
            "Suites: 3A, 3B, 3C, 3D, 3E, 3A+, 3B+, 3C+, 3D+, rsm, 4A, 4A/versioned, 4B,"
                + " 4B/versioned, 4A+, 4A+/versioned, 4B+, 4B+/versioned.");
  }

  private static List<String> ids(String part) {
    return Suites.all().stream()
        .filter(test -> test.part().equals(part))
        .map(SuiteTest::id)
        .toList();
  }
}
