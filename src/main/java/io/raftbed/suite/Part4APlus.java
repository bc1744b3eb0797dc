package io.raftbed.suite;

import java.util.List;
import java.util.stream.Stream;

/**
 * Key/value services without snapshots, in scripted scenes: answers that are lost and requests that
 * come twice, leaders that are out of date, requests that wait where nobody commits them.
 */
final class Part4APlus {

  static final List<SuiteTest> TESTS =
      Stream.of(KvForm.CLASSIC, KvForm.VERSIONED).flatMap(Part4APlus::tests).toList();

  private Part4APlus() {}

  private static Stream<SuiteTest> tests(KvForm form) {
    return new KvMatrix("4A+", form, Integer.MAX_VALUE)
            .add(
                "lost-replies",
                "lost replies, retries at later leaders",
                "0/3",
                LostReplies::ofCutLeaders)
            .add(
                "crash-before-reply",
                "leaders crash before they reply",
                "0/3",
                LostReplies::ofCrashedLeaders)
            .add("late-duplicates", "old requests arrive again", "0/3", LateDuplicates::run)
            .add(
                "read-after-election",
                "reads at a leader just elected",
                "0/3",
                CurrentReads::afterElection)
            .add(
                "read-at-cut-leader",
                "reads at a leader that is cut off",
                "0/5",
                CurrentReads::atCutLeader)
            .add(
                "read-behind-applier",
                "reads at a leader whose service is slow",
                "0/3",
                CurrentReads::behindApplier)
            .add(
                "leads-twice",
                "a request waits at a leader that leads twice",
                "0/3",
                PendingRequests::atLeaderThatLeadsTwice)
            .add(
                "client-returns",
                "a client comes back to a leader that leads twice",
                "0/3",
                PendingRequests::ofReturningClient)
            .add(
                "deposed-leader",
                "a request waits at a deposed leader",
                "0/3",
                PendingRequests::atDeposedLeader)
            .add("racing-clients", "clients race on one key", "5/3", RacingClients::run)
            .add("slow-services", "slow services", "3/3", FaultsUnderLoad::slowServices)
            .add(
                "flapping-links",
                "each leader is soon cut off",
                "3/5",
                FaultsUnderLoad::flappingLinks)
            .add("one-way-links", "links that work one way", "3/5", FaultsUnderLoad::oneWayLinks)
            .add(
                "clocks",
                "clocks that disagree, servers that stand still",
                "3/3",
                FaultsUnderLoad::clocks)
            .add(
                "rolling-restart",
                "restart of one server after the other",
                "3/3",
                CrashesUnderLoad::rolling)
            .add("crash-at-save", "crash right after a save", "3/3", CrashesUnderLoad::atSaves)
            .tests()
            .stream();
  }
}
