package io.raftbed.net;

import io.raftbed.sim.Incarnation;
import io.raftbed.trace.NodeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one boot of a node has of the network. It can call at once; it is called only after {@link
 * Network#open}, when its handlers are in place.
 */
public final class Endpoint {

  private final int node;
  private final Incarnation incarnation;
  private final Transport transport;
  private final Map<Class<?>, UnaryOperator<Record>> handlers = new HashMap<>();
  private final Map<Class<?>, String> requestNames = new HashMap<>();

  Endpoint(int node, Incarnation incarnation, Transport transport) {
    this.node = node;
    this.incarnation = incarnation;
    this.transport = transport;
  }

  /** Returns the node's number. */
  public int node() {
    return node;
  }

  /** Returns the incarnation that calls and handles. */
  public Incarnation incarnation() {
    return incarnation;
  }

  /**
   * Registers what answers one class of requests, in place of an earlier handler of that class.
   *
   * @param handler answers; runs on a new thread of the incarnation for each request
   * @throws UnsupportedMessageException if a component of the request cannot be carried
   */
  public void handle(Class<? extends Record> request, UnaryOperator<Record> handler) {
    Messages.requireSupported(request);
    handlers.put(request, handler);
  }

  /**
   * Sends a request and waits for its reply, on a thread of this incarnation.
   *
   * @return the caller's own copy of the reply; empty when none comes
   */
  public Optional<Record> call(int to, Record request) {
    return transport.call(this, to, request);
  }

  @Nullable UnaryOperator<Record> handler(Class<?> request) {
    return handlers.get(request);
  }

  /** Returns the name of a request of this node, as in "RequestVote from 2". */
  String requestName(Class<?> type) {
    String known = requestNames.get(type);
    if (known == null) {
      String simple = type.getSimpleName();
      String verb = simple.endsWith("Args") ? simple.substring(0, simple.length() - 4) : simple;
      known = verb + " from " + NodeName.brief(node);
      requestNames.put(type, known);
    }
    return known;
  }
}
