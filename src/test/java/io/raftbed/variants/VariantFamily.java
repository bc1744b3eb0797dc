package io.raftbed.variants;

import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteTest;
import java.nio.file.Path;
import java.util.List;

/** Variants of one part of the reference, which have a page of their own. */
public interface VariantFamily {

  /** Returns all of them: bugs first, then controls. */
  List<BrokenVariant> all();

  /** Compiles one; must run outside any simulation. */
  Implementation compile(BrokenVariant variant);

  /** Compiles one with another change beside; must run outside any simulation. */
  Implementation compile(BrokenVariant variant, UnrelatedEdit beside);

  /** Returns changes of the same sources that have nothing to do with any bug. */
  List<UnrelatedEdit> unrelatedEdits();

  /**
   * Returns the tests that controls must pass while the page is written.
   *
   * @param aimed the tests that bugs are found by
   */
  List<SuiteTest> controlTests(List<SuiteTest> aimed);

  /** Returns what the page says beside its tables. */
  Page page();

  /**
   * What a page says beside its tables.
   *
   * @param path where it lies
   * @param writtenBy the test class that writes it
   * @param passingSeeds for how many seeds each test must pass above what is not broken
   * @param opening the title and what the tables are of
   * @param habits what some bugs are laid over
   * @param closing comes last
   */
  record Page(
      Path path,
      String writtenBy,
      int passingSeeds,
      String opening,
      String habits,
      String closing) {}
}
