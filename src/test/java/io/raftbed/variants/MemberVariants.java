package io.raftbed.variants;

import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Rafts with broken membership changes: how they are made, and what their page says. */
final class MemberVariants implements VariantFamily {

  private static final String OPENING =
      """
      # Broken membership changes

      Each variant is the reference Raft with one known bug in how it changes its members: a few
      exact replacements in its own sources, compiled in memory (`src/test/java/io/raftbed/variants`).
      Suite 3E must find it; the controls look like bugs and are none, and must never be reported.
      """;

  private static final String HABITS =
      """
      The reference asks only members for votes, so M15 lies above another habit, a control of its
      own (M15c). M24 and M24c change one server at a time, as chapter 4 of the dissertation has it,
      where a change is of one server, and go over joint consensus else.
      """;

  private static final String CLOSING =
      """
      ## Left out

      - A leader that counts itself though it is no member: majorities here are of members, whoever
        counts.
      """;

  @Override
  public List<BrokenVariant> all() {
    return Stream.concat(MemberBugs.all().stream(), MemberControls.all().stream()).toList();
  }

  @Override
  public Implementation compile(BrokenVariant variant) {
    return new Implementation(
        VariantCompiler.compile(variant), KvVariantCompiler.compile(List.of()).services());
  }

  @Override
  public Implementation compile(BrokenVariant variant, UnrelatedEdit beside) {
    return new Implementation(
        VariantCompiler.compile(variant, beside), KvVariantCompiler.compile(List.of()).services());
  }

  @Override
  public List<UnrelatedEdit> unrelatedEdits() {
    return UnrelatedEdit.OF_RAFT;
  }

  @Override
  public List<SuiteTest> controlTests(List<SuiteTest> aimed) {
    return Suites.find("3E");
  }

  @Override
  public Page page() {
    return new Page(
        Path.of("docs", "broken-members.md"),
        "BrokenMembersFoundTest",
        100,
        OPENING,
        HABITS,
        CLOSING);
  }
}
