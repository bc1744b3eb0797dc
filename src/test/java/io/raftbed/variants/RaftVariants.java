package io.raftbed.variants;

import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteTest;
import java.nio.file.Path;
import java.util.List;

/** The broken Rafts: how they are made, and what their page says of them. */
public final class RaftVariants implements VariantFamily {

  private static final String OPENING =
      """
      # Broken variants

      Each variant is the reference Raft with one known bug: a few exact replacements in its own
      sources, compiled in memory (`src/test/java/io/raftbed/variants`). The suites must find it;
      the controls look like bugs and are none, and must never be reported.

      *Style* is how the leader replicates: *eager*, as the reference does it, sends a command at
      once; *heartbeats* sends it with the next heartbeat, and word of its commitment with the one
      after.
      """;

  private static final String HABITS =
      """
      Some bugs cannot show above the reference's own messages, so other habits are laid under them,
      each of which is a control of its own: E05 asks again for votes (E06c), R04 and R24 send
      heartbeats without entries while an answer is awaited (R04c), R07 backs up one entry further
      than it must (R16c), S08 and T17 hand up one message at a time (T17c).
      """;

  private static final String CLOSING =
      """
      ## Left out

      - Threads and timers that survive a kill: a crash drops all threads of a server, and there is
        no method to stop one that a server could get wrong.
      - A field read without the lock, or a decision made before the lock is taken: a simulated
        thread goes on to its next wait, so nothing comes between two plain statements. Races show
        where a thread waits: for a lock, a reply, the service.

      ## The same bugs in the Go suites

      Where the same bug was put into a Go implementation and the course's own suites ran on it:

      | variant | bug | found there |
      |---|---|---|
      | R01 | commits entries of older terms by counting (Figure 8) | 0 of 5 suite runs, 0 of 52 runs of the fitting tests |
      | P01 | does not store its vote | 0 of 5 suite runs, 0 of 49 runs of the fitting tests |
      """;

  @Override
  public List<BrokenVariant> all() {
    return BrokenVariants.all();
  }

  @Override
  public Implementation compile(BrokenVariant variant) {
    return Implementation.of(VariantCompiler.compile(variant));
  }

  @Override
  public Implementation compile(BrokenVariant variant, UnrelatedEdit beside) {
    return Implementation.of(VariantCompiler.compile(variant, beside));
  }

  @Override
  public List<UnrelatedEdit> unrelatedEdits() {
    return UnrelatedEdit.OF_RAFT;
  }

  @Override
  public List<SuiteTest> controlTests(List<SuiteTest> aimed) {
    return aimed;
  }

  @Override
  public Page page() {
    return new Page(
        Path.of("docs", "broken-variants.md"),
        "BrokenVariantsFoundTest",
        100,
        OPENING,
        HABITS,
        CLOSING);
  }
}
