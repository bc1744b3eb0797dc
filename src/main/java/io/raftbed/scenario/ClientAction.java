package io.raftbed.scenario;

import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** What a step lets clients of a key/value service do. */
public sealed interface ClientAction extends Action {

  /** Returns the name of the client. */
  String client();

  @Says("A client gives a key a value, after what it began before; waits for nothing.")
  record Put(
      @Says("which client: a name, new ones are made as they come up") String client,
      @Says("which key; x, if it is not said") Optional<String> key,
      @Says("the value; a new one, if it is not said") Optional<String> value)
      implements ClientAction {}

  @Says("A client adds to the end of a key's value, after what it began before; waits for nothing.")
  record Append(
      @Says("which client") String client,
      @Says("which key; x, if it is not said") Optional<String> key)
      implements ClientAction {}

  @Says("A client gets a key's value, after what it began before; waits for nothing.")
  record Get(
      @Says("which client") String client,
      @Says("which key; x, if it is not said") Optional<String> key)
      implements ClientAction {}

  @Says("Waits until all that a client began has ended; fails when it has not after 20s.")
  record Finish(@Says("which client") String client) implements ClientAction {}

  @Says("Lets a client reach some servers only.")
  record Reach(
      @Says("which client") String client,
      @Says("which servers; all, if none are named") List<Target> servers)
      implements ClientAction {
    public Reach {
      servers = List.copyOf(servers);
    }
  }
}
