package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** Something that holds or does not, at a moment of a run. */
public sealed interface Condition {

  @Says("A connected server believes that it leads; with anyone, any does; with nobody, none.")
  record Leads(@Says("which one") Target server) implements Condition {}

  @Says("Servers run, and do not believe that they lead.")
  record Follows(@AtLeastOne @Says("all of these") List<Target> servers) implements Condition {
    public Follows {
      servers = List.copyOf(servers);
    }
  }

  @Says("Servers are at least in a term.")
  record Term(@Says("the term") int atLeast, @Says("all of these; any, if none") List<Target> of)
      implements Condition {
    public Term {
      of = List.copyOf(of);
    }
  }

  @Says("Servers have applied their logs up to an index.")
  record Applied(
      @Says("by all of these; by any server, if none are named") List<Target> by,
      @Says("up to this log index; up to what was last accepted, if none is named")
          Optional<Integer> index)
      implements Condition {
    public Applied {
      by = List.copyOf(by);
    }
  }

  @Says(
      "A leader tells another server that its log is committed up to an index, with the lab's"
          + " AppendEntries: the moment when the first such message leaves since the step began.")
  record Committed(
      @Says("up to this log index; up to what was last accepted, if none is named")
          Optional<Integer> index)
      implements Condition {}

  @Says("The saved snapshot of servers covers a log index.")
  record Snapshot(
      @AtLeastOne @Says("all of these") List<Target> of,
      @Says("which index; any, if it is not said") Optional<Integer> index)
      implements Condition {
    public Snapshot {
      of = List.copyOf(of);
    }
  }

  @Says("Messages are held back.")
  record Held(
      @Says("by which hold, as it was named") String in,
      @Says("so many at least; 1, if it is not said") Optional<Integer> count)
      implements Condition {}

  @Says("So many messages were sent since the step began.")
  record Sent(
      @Says("which") Messages messages,
      @Says("how many; 1, if it is not said") Optional<Integer> count)
      implements Condition {}

  @Says("So many times servers saved something since the step began.")
  record Saved(
      @AtLeastOne @Says("any of these") List<Target> by,
      @Says("how often; 1, if it is not said") Optional<Integer> count)
      implements Condition {
    public Saved {
      by = List.copyOf(by);
    }
  }

  @Says("Servers are down: crashed, or stopped by their disk.")
  record Down(@AtLeastOne @Says("all of these") List<Target> servers) implements Condition {
    public Down {
      servers = List.copyOf(servers);
    }
  }

  @Says("It is committed that servers are the members.")
  record Members(@AtLeastOne @Says("these, and no others") List<Target> are) implements Condition {
    public Members {
      are = List.copyOf(are);
    }
  }

  @Says("A client's operations all have ended.")
  record Done(@Says("which client") String client) implements Condition {}
}
