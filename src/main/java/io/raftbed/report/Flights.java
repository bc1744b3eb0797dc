package io.raftbed.report;

import static io.raftbed.report.Flight.NONE;

import io.raftbed.report.Flight.Fate;
import io.raftbed.trace.CallDetail;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds for each message of a run where it went, from the numbers of the calls. */
final class Flights {

  /** A message that left. */
  private record Departure(int event, CallDetail message) {
    Flight ends(int end, Fate fate) {
      return new Flight(event, end, message.peer(), fate);
    }
  }

  /** What is known of one call so far. */
  private static final class Call {
    final Departure request;
    final List<Departure> replies = new ArrayList<>();
    boolean hasArrived;
    boolean hasEnded;

    Call(Departure request) {
      this.request = request;
    }

    Fate fateOfArrival() {
      Fate first = hasEnded ? Fate.LATE : Fate.ARRIVED;
      return hasArrived ? Fate.DUPLICATE : first;
    }

    /** Of several replies, the first one that says the same is the one that arrived. */
    Departure reply(CallDetail arrived) {
      Departure reply =
          replies.stream()
              .filter(sent -> sent.message().messageText().equals(arrived.messageText()))
              .findFirst()
              .orElse(replies.getFirst());
      replies.remove(reply);
      return reply;
    }
  }

  private final Map<Long, Call> calls = new HashMap<>();
  private final List<Flight> flights = new ArrayList<>();

  private Flights() {}

  /** Returns the messages of a run in the order of their sending. */
  static List<Flight> of(List<TraceEvent> events) {
    Flights found = new Flights();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).detail() instanceof CallDetail message) {
        found.take(i, events.get(i), message);
      }
    }
    found.calls.values().forEach(found::close);
    found.flights.sort(Comparator.comparingInt(Flight::sent).thenComparingInt(Flight::end));
    return found.flights;
  }

  private void take(int event, TraceEvent what, CallDetail message) {
    Call call = calls.computeIfAbsent(message.call(), _ -> new Call(new Departure(event, message)));
    switch (what.kind()) {
      case DELIVER -> {
        flights.add(call.request.ends(event, call.fateOfArrival()));
        call.hasArrived = true;
      }
      case REPLY -> call.replies.add(new Departure(event, message));
      case RETURN -> {
        if (!call.replies.isEmpty()) {
          flights.add(call.reply(message).ends(event, Fate.ARRIVED));
        }
        call.hasEnded = true;
      }
      case DROP -> {
        lose(call, event);
        call.hasEnded = true;
      }
      default -> {}
    }
  }

  /** The caller gets no reply: what was on its way then is lost. */
  private void lose(Call call, int event) {
    if (!call.hasArrived) {
      flights.add(call.request.ends(event, Fate.LOST));
    }
    call.replies.forEach(reply -> flights.add(reply.ends(event, Fate.LOST)));
    call.replies.clear();
  }

  private void close(Call call) {
    boolean isLost = call.hasEnded;
    if (!call.hasArrived && !isLost) {
      flights.add(call.request.ends(NONE, Fate.OPEN));
    }
    call.replies.forEach(reply -> flights.add(reply.ends(NONE, isLost ? Fate.IGNORED : Fate.OPEN)));
  }
}
