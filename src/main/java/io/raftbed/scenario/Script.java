package io.raftbed.scenario;

import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.suite.KvContext;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the steps of a scenario in one run. */
final class Script {

  private static final Time WITHIN = Time.millis(5_000);

  private final TestContext test;
  private final Cast cast;
  private final Watch watch;
  private final Commands commands;
  private final Servers servers;
  private final Members members;
  private final Links links;
  private final HeldMessages messages;
  private final Machines machines;
  private final Limits limits;
  private final Optional<Callers> callers;

  private Script(TestContext test, Limits limits, Optional<Callers> callers) {
    this.test = test;
    this.cast = new Cast(test);
    this.limits = limits;
    this.callers = callers;
    MessageFilter filter = new MessageFilter(test, cast, callers);
    this.commands = new Commands(test, cast);
    this.servers = new Servers(test, cast);
    this.members = new Members(test, cast, callers.isPresent());
    this.links = new Links(test, cast);
    this.messages = new HeldMessages(test, filter);
    this.machines = new Machines(test, cast);
    this.watch = new Watch(test, cast, commands, messages, members, callers);
  }

  /** Takes the steps on servers below a service of the testbed. */
  static void run(TestContext test, List<Step> steps) {
    new Script(test, new Limits(test, Optional.empty()), Optional.empty()).take(steps);
  }

  /**
   * Takes the steps on a key/value service.
   *
   * @param clients whom the steps name
   */
  static void run(KvContext service, List<String> clients, List<Step> steps) {
    TestContext test = service.test();
    Limits limits = new Limits(test, Optional.of(service));
    new Script(test, limits, Optional.of(new Callers(service, clients))).take(steps);
  }

  private void take(List<Step> steps) {
    steps.forEach(this::take);
  }

  private void take(Step step) {
    step.at().ifPresent(this::sleepUntil);
    try {
      if (step.when().isPresent()
          && !watch.await(step.when().get(), step.within().orElse(WITHIN))) {
        leftOut(step, "its moment did not come");
      } else {
        take(step.action());
      }
    } catch (NotThereException e) {
      leftOut(step, e.getMessage());
    }
  }

  private void leftOut(Step step, @Nullable String why) {
    test.note("left out, for " + why + ": " + RecordWriter.line(step));
  }

  private void sleepUntil(Time moment) {
    long left = moment.draw(test.faults()) - test.now();
    if (left > 0) {
      test.simulation().sleep(left);
    }
  }

  private void take(Action action) {
    switch (action) {
      case LogAction log -> commands.take(log);
      case ServerAction server -> servers.take(server);
      case MemberAction member -> members.take(member);
      case LinkAction link -> links.take(link);
      case MessageAction message -> messages.take(message);
      case MachineAction machine -> machines.take(machine);
      case ClientAction client -> callers.orElseThrow().take(client, cast);
      case LimitAction limit -> limits.take(limit);
      case ScriptAction script -> take(script);
    }
  }

  private void take(ScriptAction action) {
    switch (action) {
      case ScriptAction.Sleep(Time time) -> test.simulation().sleep(time.draw(test.faults()));
      case ScriptAction.Remember(String as, Target server) -> cast.remember(as, server);
      case ScriptAction.Expect expect -> expect(expect);
      case ScriptAction.Repeat(int times, List<Step> steps) -> {
        for (int i = 0; i < times; i++) {
          take(steps);
        }
      }
      case ScriptAction.EndFaults() -> servers.endFaults();
      case ScriptAction.KeepMajority() -> keepMajority();
    }
  }

  private void keepMajority() {
    servers.endFaults();
    if (test.cluster().membersChange()) {
      members.settle();
    }
    servers.keepMajority(callers.isPresent());
  }

  private void expect(ScriptAction.Expect expect) {
    boolean holds =
        expect.within().isPresent()
            ? watch.await(expect.condition(), expect.within().get())
            : watch.holds(expect.condition());
    if (!holds) {
      String time = expect.within().map(limit -> " within " + limit).orElse("");
      String what = RecordWriter.line(Step.of(expect));
      test.cluster().tooLate("what the scenario expects did not come about" + time, what);
    }
  }
}
