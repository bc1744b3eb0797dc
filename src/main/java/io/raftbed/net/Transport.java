package io.raftbed.net;

import io.raftbed.net.MessageInFlight.Kind;
import io.raftbed.sim.Promise;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes each call along its way: request, handler, reply, return, or to the end without one. */
final class Transport {

  private final Simulation simulation;
  private final NetworkObserver observer;
  private final Links links;
  private final Traffic traffic;
  private final @Nullable Endpoint[] open;
  private final List<Hold> holds = new ArrayList<>();
  private final List<Hold> copies = new ArrayList<>();
  private long calls;

  Transport(Simulation simulation, Links links, NetworkObserver observer) {
    this.simulation = simulation;
    this.links = links;
    this.observer = observer;
    this.traffic = new Traffic(links.servers());
    this.open = new @Nullable Endpoint[links.servers()];
  }

  Traffic traffic() {
    return traffic;
  }

  void add(Hold hold) {
    holds.removeIf(Hold::isFinished);
    holds.add(hold);
  }

  /** Adds one that keeps copies of messages, which go on all the same. */
  void addCopies(Hold hold) {
    copies.removeIf(Hold::isFinished);
    copies.add(hold);
  }

  /** Loses all that is kept back, and keeps nothing further. */
  void dropHeld() {
    List.copyOf(holds).forEach(Hold::drop);
    List.copyOf(copies).forEach(Hold::drop);
  }

  void open(Endpoint server) {
    close(server.node());
    open[server.node()] = server;
  }

  /** Ends the calls that a server was handling and forgets those that it made. */
  void close(int node) {
    Endpoint server = open[node];
    if (server == null) {
      return;
    }
    open[node] = null;
    links
        .to(node)
        .forEach(link ->
            link.pendingNow().stream()
                .filter(call -> call.isHandledBy(server))
                .forEach(call -> end(call, "server stopped")));
    links.from(node).forEach(link -> link.pending().removeIf(call -> call.caller() == server));
  }

  void cut(Link link) {
    link.cut(true);
    link.pendingNow().forEach(call -> end(call, "link cut"));
  }

  /** Runs on the caller's thread. */
  Optional<Record> call(Endpoint caller, int to, Record message) {
    Parcel parcel = Parcel.pack(simulation, caller.node(), message);
    Record request = parcel.body();
    Link link = links.get(caller.node(), to);
    Call call = new Call(++calls, caller, link, request, new Promise<>(simulation));
    traffic.sent(parcel.bytes());
    event(call.from(), EventKind.SEND, call, parcel.bytes(), new Hop.To(call.id(), request, to));
    observer.sent(call.from(), to, request);
    if (link.isCut()) {
      unreachable(call, "link cut");
    } else {
      link.pending().add(call);
      send(call);
    }
    return call.answer().await();
  }

  private void send(Call call) {
    Link link = call.link();
    Record request = call.request();
    if (isHeld(
        call, Kind.REQUEST, request, () -> arrive(call, request), () -> end(call, "dropped"))) {
      return;
    }
    Profile profile = link.profile();
    long delay = link.draw(profile.request());
    if (link.happens(profile.chances().requestLoss())) {
      simulation.after(delay, () -> end(call, "request lost"));
      return;
    }
    if (link.happens(profile.chances().duplicate())) {
      simulation.after(link.draw(profile.request()), () -> arrive(call, request));
    }
    simulation.after(delay, () -> arrive(call, request));
  }

  /** Runs as an event. */
  private void arrive(Call call, Record request) {
    Endpoint server = open[call.to()];
    if (call.link().isCut()) {
      end(call, "link cut");
    } else if (server == null || !server.incarnation().alive()) {
      unreachable(call, "server down");
    } else {
      dispatch(call, server, request);
    }
  }

  /** Runs as an event. A copy that reaches nobody ends no call. */
  private void arriveAgain(Call call, Record request) {
    Endpoint server = open[call.to()];
    if (!call.link().isCut() && server != null && server.incarnation().alive()) {
      dispatch(call, server, request);
    }
  }

  private void dispatch(Call call, Endpoint server, Record request) {
    UnaryOperator<Record> handler = server.handler(request.getClass());
    if (handler == null) {
      simulation.fail(
          FailureKind.EXCEPTION,
          "S%d has no handler for %s; register one with Environment.handle"
              .formatted(server.node(), request.getClass().getSimpleName()),
          List.of("the request came from " + NodeName.of(call.from())));
      return;
    }
    traffic.dispatchedTo(server.node());
    event(server.node(), EventKind.DELIVER, call, 0, new Hop.From(call.id(), request, call.from()));
    observer.delivered(call.from(), server.node(), request);
    call.handledBy(server);
    server
        .incarnation()
        .start(
            call.caller().requestName(request.getClass()),
            () -> handle(call, server, handler, request));
  }

  /**
   * Runs on a thread of its own; what the handler throws ends that thread, and so the run. The
   * handler gets a copy: what it changes in its message must change nothing that is judged or
   * shown.
   */
  private void handle(Call call, Endpoint server, UnaryOperator<Record> handler, Record request) {
    Record reply = handler.apply(Messages.copy(request));
    if (reply == null) {
      simulation.fail(
          FailureKind.EXCEPTION,
          "S%d answered %s with null; a handler must return a reply"
              .formatted(server.node(), request.getClass().getSimpleName()),
          List.of("the request came from " + NodeName.of(call.from())));
      return;
    }
    reply(call, request, Parcel.pack(simulation, server.node(), reply));
  }

  /** Runs on the handler's thread. */
  private void reply(Call call, Record request, Parcel reply) {
    Link link = call.link();
    Record body = reply.body();
    event(
        call.to(), EventKind.REPLY, call, reply.bytes(), new Hop.To(call.id(), body, call.from()));
    observer.answered(call.to(), call.from(), request, body);
    if (call.answer().done()) {
      return;
    }
    if (isHeld(call, Kind.REPLY, body, () -> handBack(call, reply), () -> end(call, "dropped"))) {
      link.pending().remove(call);
      return;
    }
    Profile profile = link.profile();
    if (link.happens(profile.chances().replyLoss())) {
      end(call, "reply lost");
      return;
    }
    link.pending().remove(call);
    boolean reordered = link.happens(profile.chances().reorder());
    long delay = link.draw(reordered ? profile.reordered() : profile.reply());
    simulation.after(delay, () -> handBack(call, reply));
  }

  /** Runs as an event. */
  private void handBack(Call call, Parcel reply) {
    if (call.answer().done() || !call.caller().incarnation().alive()) {
      return;
    }
    Record body = reply.body();
    traffic.returned(reply.bytes());
    event(
        call.from(),
        EventKind.RETURN,
        call,
        reply.bytes(),
        new Hop.From(call.id(), body, call.to()));
    observer.returned(call.from(), call.to(), call.request(), body);
    call.answer().complete(body);
  }

  /** Lets the caller wait, as for a connection that is never made. */
  private void unreachable(Call call, String reason) {
    call.link().pending().remove(call);
    simulation.after(call.link().draw(call.link().profile().noReply()), () -> end(call, reason));
  }

  private void end(Call call, String reason) {
    call.link().pending().remove(call);
    if (call.answer().done() || !call.caller().incarnation().alive()) {
      return;
    }
    event(
        call.from(),
        EventKind.DROP,
        call,
        0,
        new Hop.NoReply(call.id(), call.request(), call.to(), reason));
    call.answer().completeEmpty();
  }

  private boolean isHeld(Call call, Kind kind, Record body, Runnable deliver, Runnable lose) {
    if (holds.isEmpty() && copies.isEmpty()) {
      return false;
    }
    MessageInFlight message =
        kind == Kind.REQUEST
            ? new MessageInFlight(call.id(), kind, call.from(), call.to(), body)
            : new MessageInFlight(call.id(), kind, call.to(), call.from(), body);
    copies.forEach(copy -> copy.takes(message, () -> arriveAgain(call, body), () -> {}));
    return holds.stream().anyMatch(hold -> hold.takes(message, deliver, lose));
  }

  private void event(int node, EventKind kind, Call call, int bytes, Hop detail) {
    simulation.event(node, kind, (call.id() << Integer.SIZE) | bytes, detail);
  }
}
