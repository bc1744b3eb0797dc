package io.raftbed.net;

import io.raftbed.sim.Promise;
import org.jspecify.annotations.Nullable;

/** One call, from its request to what its caller gets. */
final class Call {

  private final long id;
  private final Endpoint caller;
  private final Link link;
  private final Record request;
  private final Promise<Record> answer;
  private @Nullable Endpoint handledBy;

  Call(long id, Endpoint caller, Link link, Record request, Promise<Record> answer) {
    this.id = id;
    this.caller = caller;
    this.link = link;
    this.request = request;
    this.answer = answer;
  }

  long id() {
    return id;
  }

  Endpoint caller() {
    return caller;
  }

  int from() {
    return link.from();
  }

  int to() {
    return link.to();
  }

  Link link() {
    return link;
  }

  /** Returns the message as it was sent; only copies of it are handed to handlers twice. */
  Record request() {
    return request;
  }

  Promise<Record> answer() {
    return answer;
  }

  /** Notes that a handler of this boot of the server has started on the request. */
  void handledBy(Endpoint server) {
    handledBy = server;
  }

  boolean isHandledBy(Endpoint server) {
    return handledBy == server;
  }
}
