package io.raftbed.scenario;

import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Promise;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Looks whether conditions hold, and waits until they do. */
final class Watch {

  private static final long POLL_NANOS = 1_000_000;

  private final TestContext test;
  private final Cluster cluster;
  private final Cast cast;
  private final Commands commands;
  private final HeldMessages messages;
  private final Members members;
  private final Optional<Callers> callers;

  Watch(
      TestContext test,
      Cast cast,
      Commands commands,
      HeldMessages messages,
      Members members,
      Optional<Callers> callers) {
    this.test = test;
    this.cluster = test.cluster();
    this.cast = cast;
    this.commands = commands;
    this.messages = messages;
    this.members = members;
    this.callers = callers;
  }

  /** Waits until a condition holds; returns whether it came to hold in time. */
  boolean await(Condition condition, Time within) {
    long limit = within.draw(test.faults());
    return switch (condition) {
      case Condition.Sent sent ->
          messages.awaitSent(sent.messages(), sent.count().orElse(1), limit);
      case Condition.Committed(Optional<Integer> index) ->
          messages.awaitCommitted(index.orElseGet(commands::lastAccepted), limit);
      case Condition.Saved saved -> awaitSaved(saved, limit);
      default -> poll(condition, test.now() + limit);
    };
  }

  private boolean poll(Condition condition, long end) {
    while (!holds(condition)) {
      if (test.now() >= end) {
        return false;
      }
      test.simulation().sleep(POLL_NANOS);
    }
    return true;
  }

  private boolean awaitSaved(Condition.Saved saved, long limit) {
    List<Integer> by = cast.all(saved.by());
    int[] left = {saved.count().orElse(1)};
    Promise<Boolean> done = new Promise<>(test.simulation());
    for (int server : by) {
      cluster.afterSave(
          server,
          saves -> {
            if (--left[0] == 0) {
              done.complete(true);
            }
          });
    }
    done.await(limit);
    by.forEach(server -> cluster.afterSave(server, saves -> {}));
    return done.done();
  }

  /** Returns whether a condition holds now; one about servers that nobody is does not. */
  boolean holds(Condition condition) {
    try {
      return isSo(condition);
    } catch (NotThereException e) {
      return false;
    }
  }

  private boolean isSo(Condition condition) {
    return switch (condition) {
      case Condition.Leads(Target server) -> leads(server);
      case Condition.Follows follows ->
          all(follows.servers(), server -> cluster.running(server) && !test.leads(server));
      case Condition.Term term -> any(term.of(), server -> test.term(server) >= term.atLeast());
      case Condition.Applied applied -> applied(applied);
      case Condition.Snapshot snapshot ->
          all(snapshot.of(), server -> cluster.snapshotIndex(server) >= snapshot.index().orElse(1));
      case Condition.Held held -> messages.count(held.in()) >= held.count().orElse(1);
      case Condition.Down down -> all(down.servers(), server -> !cluster.running(server));
      case Condition.Members(List<Target> are) -> members.are(are);
      case Condition.Done done -> callers.orElseThrow().isDone(done.client());
      case Condition.Sent _, Condition.Committed _, Condition.Saved _ ->
          false; // events, which do not last
    };
  }

  private boolean leads(Target server) {
    return switch (server.name()) {
      case "anyone" -> cast.leader().isPresent();
      case "nobody" -> cast.leader().isEmpty();
      default -> test.leads(cast.one(server));
    };
  }

  private boolean applied(Condition.Applied applied) {
    int index = applied.index().orElseGet(commands::lastAccepted);
    return applied.by().isEmpty()
        ? cluster.lastApplied() >= index
        : all(applied.by(), server -> cluster.lastApplied(server) >= index);
  }

  private boolean all(List<Target> targets, IntPredicate property) {
    return cast.all(targets).stream().allMatch(property::test);
  }

  /** Whether all that are named are so; any server, if none are. */
  private boolean any(List<Target> targets, IntPredicate property) {
    return targets.isEmpty()
        ? cast.all(List.of(Target.ALL)).stream().anyMatch(property::test)
        : all(targets, property);
  }
}
