package io.raftbed.scenario;

import io.raftbed.scenario.format.Says;

/** What a step does to single messages. */
public sealed interface MessageAction extends Action {

  @Says("Keeps back messages from now on, as they are sent.")
  record Hold(
      @Says("how later steps call what is held") String as, @Says("which") Messages messages)
      implements MessageAction {}

  @Says("Keeps copies of requests from now on, which go their way: late duplicates, once released.")
  record Copy(@Says("how later steps call the copies") String as, @Says("which") Messages messages)
      implements MessageAction {}

  @Says("Delivers messages that are held, oldest first, and holds no more.")
  record Release(@Says("by which hold or copy") String held) implements MessageAction {}

  @Says("Loses messages that are held, and holds no more.")
  record Lose(@Says("by which hold or copy") String held) implements MessageAction {}

  @Says("Loses messages from now on, as they are sent; until \"end-faults\".")
  record Drop(@Says("which") Messages messages) implements MessageAction {}
}
