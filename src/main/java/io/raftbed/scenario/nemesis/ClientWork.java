package io.raftbed.scenario.nemesis;

import io.raftbed.scenario.Action;
import io.raftbed.scenario.ClientAction;
import io.raftbed.scenario.LogAction;
import io.raftbed.scenario.ScriptAction;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a script for a key/value service of one that gives bare commands: clients work all the
 * time, so it only waits as long.
 */
final class ClientWork {

  private static final String CLIENT = "c1";
  private static final Time MOMENT = Time.millis(1);

  private ClientWork() {}

  static List<Step> inPlaceOfCommands(List<Step> steps) {
    return steps.stream().flatMap(ClientWork::inPlaceOf).toList();
  }

  private static Stream<Step> inPlaceOf(Step step) {
    return actions(step.action())
        .map(action -> new Step(step.at(), step.when(), step.within(), action));
  }

  private static Stream<Action> actions(Action action) {
    return switch (action) {
      case LogAction.Start _ -> Stream.of(new ScriptAction.Sleep(MOMENT));
      case LogAction.Load load -> Stream.of(new ScriptAction.Sleep(load.time()));
      case LogAction.Agree _ ->
          Stream.of(
              new ClientAction.Put(CLIENT, Optional.empty(), Optional.empty()),
              new ClientAction.Finish(CLIENT));
      case ScriptAction.Repeat(int times, List<Step> steps) ->
          Stream.of(new ScriptAction.Repeat(times, inPlaceOfCommands(steps)));
      default -> Stream.of(action);
    };
  }
}
