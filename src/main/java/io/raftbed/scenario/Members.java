package io.raftbed.scenario;

import com.google.common.primitives.Ints;
import io.raftbed.cluster.Cluster;
import io.raftbed.suite.MemberChanges;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Lets servers join and leave, and asks for changes of members. */
final class Members {

  private static final long BEGIN_MILLIS = 2_000;

  private final TestContext test;
  private final Cluster cluster;
  private final Cast cast;
  private final MemberChanges changes;

  Members(TestContext test, Cast cast, boolean hasClients) {
    this.test = test;
    this.cluster = test.cluster();
    this.cast = cast;
    this.changes = hasClients ? MemberChanges.belowClients(test) : new MemberChanges(test);
  }

  void take(MemberAction action) {
    switch (action) {
      case MemberAction.Join(List<Target> servers) -> each(servers, this::join);
      case MemberAction.Retire(List<Target> servers) -> each(servers, cluster::retire);
      case MemberAction.Wipe(List<Target> servers) -> each(servers, cluster::wipe);
      case MemberAction.ChangeMembers(var to, var without, var of) -> change(ids(to, without), of);
      case MemberAction.BecomeMembers(var servers, var without) ->
          changes.become(ids(servers, without));
    }
  }

  /** Returns whether it is committed that these are the members. */
  boolean are(List<Target> servers) {
    return changes.areMembers(ids(servers));
  }

  private void join(int server) {
    if (!cluster.inService(server)) {
      cluster.join(server);
    }
  }

  /** Ends a change that is under way: the members are then those who are it now. */
  void settle() {
    changes.become(ids(List.of(Target.MEMBERS)));
  }

  private void change(int[] members, Optional<Target> of) {
    boolean begun =
        test.await(
            BEGIN_MILLIS,
            () ->
                of.isPresent() ? changes.askOf(cast.one(of.get()), members) : changes.ask(members));
    if (!begun) {
      test.note("no server began to change the members");
    }
  }

  private int[] ids(List<Target> servers) {
    return Ints.toArray(cast.all(servers));
  }

  private int[] ids(List<Target> servers, List<Target> without) {
    List<Integer> leftOut = cast.all(without);
    return cast.all(servers).stream()
        .filter(id -> !leftOut.contains(id))
        .mapToInt(i -> i)
        .toArray();
  }

  private void each(List<Target> targets, IntConsumer action) {
    cast.all(targets).forEach(action::accept);
  }
}
