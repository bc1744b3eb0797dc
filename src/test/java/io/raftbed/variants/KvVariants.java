package io.raftbed.variants;

import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The broken services above Raft: how they are made, and what their page says of them. */
public final class KvVariants implements VariantFamily {

  private static final Set<String> PARTS = Set.of("rsm", "4A", "4B", "4A+", "4B+");

  private static final String OPENING =
      """
      # Broken services

      Each variant is the reference key/value service with one known bug, in its clerk, its server,
      its state machine or the replicated-state-machine layer: a few exact replacements in its own
      sources, compiled in memory (`src/test/java/io/raftbed/variants`), above the reference Raft.
      The suites must find it; the controls look like bugs and are none, and must never be reported.
      """;

  private static final String HABITS =
      """
      One bug cannot show above the reference's own habits: K06b looks for a lost leadership every
      700 ms instead of every 50, which is a control of its own (K12c).
      """;

  private static final String CLOSING =
      """
      ## Left out

      - A reply that waits beside the lock: a simulated thread goes on to its next wait, so nothing
        comes between two plain statements of a server.
      - A snapshot that shares memory with the state: snapshots are bytes, and the testbed copies
        what a server hands over.
      """;

  @Override
  public List<BrokenVariant> all() {
    return BrokenServices.all();
  }

  @Override
  public Implementation compile(BrokenVariant variant) {
    return KvVariantCompiler.compile(variant.edits());
  }

  @Override
  public Implementation compile(BrokenVariant variant, UnrelatedEdit beside) {
    return KvVariantCompiler.compile(variant.edits(), beside);
  }

  @Override
  public List<UnrelatedEdit> unrelatedEdits() {
    return UnrelatedEdit.OF_SERVICES;
  }

  /** Returns all tests of what stands above Raft. */
  @Override
  public List<SuiteTest> controlTests(List<SuiteTest> aimed) {
    return Suites.all().stream().filter(test -> PARTS.contains(test.part())).toList();
  }

  @Override
  public Page page() {
    return new Page(
        Path.of("docs", "broken-services.md"),
        "BrokenServicesFoundTest",
        5,
        OPENING,
        HABITS,
        CLOSING);
  }
}
