package io.raftbed.lab;

import java.util.List;

/** What one boot of a Raft server is given. */
public interface Environment {

  /** Returns this server's id: its position in {@link #peers()}, from 0. */
  int me();

  /**
   * Returns the ids of the servers that found the cluster, ascending, the own among them: all of
   * them, where members do not change. Empty for a server that joins later, and for one that lost
   * its storage and joins anew: it knows of no members until a leader tells it.
   */
  List<Integer> members();

  /** Returns the ends of the network towards all servers, by id; the own id is among them. */
  List<Peer> peers();

  /** Returns the storage that survives a crash of this server. */
  Persister persister();

  /** Returns the channel on which committed commands and snapshots go to the service. */
  ApplyChannel applyChannel();

  /**
   * Registers what answers one type of message. Each request is handled on a thread of its own.
   *
   * @param type the record class of the request
   * @param handler answers it
   */
  <A extends Request<R>, R extends Record> void handle(Class<A> type, Handler<A, R> handler);
}
