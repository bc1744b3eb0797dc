package io.raftbed.report;

import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums over all runs of one test; its size does not depend on how many runs there were. */
public final class TestTotals {

  /** How many failing seeds of each kind are remembered by number. */
  static final int SEEDS_REMEMBERED = 5;

  private final String test;
  private final Map<FailureKind, FailingSeeds> failures = new EnumMap<>(FailureKind.class);
  private long runs;
  private long passed;
  private long notOffered;
  private long virtualNanos;
  private long wallMillis;
  private ResultRow.Counts counts = ResultRow.Counts.ZERO;

  /** Starts at nothing for the test of that name. */
  public TestTotals(String test) {
    this.test = test;
  }

  /** The failing seeds of one kind: how many, and the first few. */
  static final class FailingSeeds {
    private final List<Long> first = new ArrayList<>();
    private long count;

    long count() {
      return count;
    }

    List<Long> first() {
      return Collections.unmodifiableList(first);
    }

    private void add(long seed) {
      count++;
      if (first.size() < SEEDS_REMEMBERED) {
        first.add(seed);
      }
    }
  }

  /** Adds one run. */
  public void add(ResultRow row) {
    runs++;
    virtualNanos += row.virtualNanos();
    wallMillis += row.wallMillis();
    counts = counts.plus(row.counts());
    switch (row.verdict()) {
      case Verdict.Pass() -> passed++;
      case Verdict.NotOffered _ -> notOffered++;
      case Verdict.Fail fail ->
          failures.computeIfAbsent(fail.kind(), kind -> new FailingSeeds()).add(row.seed());
    }
  }

  /** Returns the test's name. */
  public String test() {
    return test;
  }

  /** Returns how many runs were added. */
  public long runs() {
    return runs;
  }

  /** Returns how many runs passed. */
  public long passed() {
    return passed;
  }

  /** Returns how many runs judged nothing, as the server does not offer what they are about. */
  public long notOffered() {
    return notOffered;
  }

  /** Returns whether all runs went well, or had nothing to judge. */
  public boolean isGood() {
    return passed + notOffered == runs;
  }

  /** Returns how many runs ended in a fault of the testbed, so that nothing is known of them. */
  public long faults() {
    FailingSeeds faults = failures.get(FailureKind.TESTBED_FAULT);
    return faults == null ? 0 : faults.count();
  }

  /** Returns how many runs failed by the fault of the server under test. */
  public long failed() {
    return runs - passed - notOffered - faults();
  }

  long virtualNanos() {
    return virtualNanos;
  }

  long wallMillis() {
    return wallMillis;
  }

  ResultRow.Counts counts() {
    return counts;
  }

  Map<FailureKind, FailingSeeds> failures() {
    return Collections.unmodifiableMap(failures);
  }
}
