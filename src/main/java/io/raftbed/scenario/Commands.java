package io.raftbed.scenario;

import com.google.common.primitives.Ints;
import io.raftbed.lab.Started;
import io.raftbed.sim.Promise;
import io.raftbed.suite.Stage;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes leaders, and gives servers commands. */
final class Commands {

  private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final TestContext test;
  private final Cast cast;
  private final Stage stage;
  private int lastAccepted;

  Commands(TestContext test, Cast cast) {
    this.test = test;
    this.cast = cast;
    this.stage = new Stage(test);
  }

  void take(LogAction action) {
    switch (action) {
      case LogAction.Elect elect -> elect(elect);
      case LogAction.Start start -> start(start);
      case LogAction.Agree agree -> agree(agree);
      case LogAction.Load load -> load(load);
    }
  }

  /** The log index of the last command that a server took; 0 when none was. */
  int lastAccepted() {
    return lastAccepted;
  }

  private void elect(LogAction.Elect elect) {
    int leader = cast.one(elect.server());
    List<Integer> voters =
        elect.voters().isEmpty()
            ? cast.others(List.of(leader)).stream().filter(test.cluster()::running).toList()
            : cast.all(elect.voters());
    stage.lead(leader, Ints.toArray(voters));
  }

  private void start(LogAction.Start start) {
    int server = cast.one(start.server().orElse(Target.LEADER));
    for (int i = 0; i < start.commands().orElse(1); i++) {
      give(server);
    }
  }

  /** On a thread of its own: a server may wait for its disk before it answers. */
  private void give(int server) {
    byte[] command = test.command();
    Promise<Boolean> answered = new Promise<>(test.simulation());
    test.cluster()
        .spawn(
            "client",
            () -> {
              test.cluster().start(server, command).map(Started::index).ifPresent(this::accepted);
              answered.complete(true);
            });
    answered.await(ANSWER_NANOS);
  }

  private void load(LogAction.Load load) {
    List<Target> servers = load.servers().isEmpty() ? List.of(Target.ALL) : load.servers();
    long micros = TimeUnit.NANOSECONDS.toMicros(load.time().draw(test.faults()));
    test.load(micros, cast.all(servers));
  }

  private void agree(LogAction.Agree agree) {
    int needed = agree.servers().orElseGet(this::connectedMembers);
    for (int i = 0; i < agree.commands().orElse(1); i++) {
      accepted(test.agree(needed));
    }
  }

  private int connectedMembers() {
    return (int)
        cast.all(List.of(Target.MEMBERS)).stream().filter(test.cluster()::connected).count();
  }

  private void accepted(int index) {
    lastAccepted = index;
  }
}
