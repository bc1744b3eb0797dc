package io.raftbed.cluster;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Handler;
import io.raftbed.lab.Raft;
import io.raftbed.lab.Request;
import io.raftbed.net.Endpoint;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;

/** What one boot of a service under test has of its server. */
public final class ServiceBoot {

  private final Testbed testbed;
  private final Server server;
  private final ProgramService service;
  private final Raft raft;
  private final Endpoint endpoint;

  ServiceBoot(
      Testbed testbed, Server server, ProgramService service, Raft raft, Endpoint endpoint) {
    this.testbed = testbed;
    this.server = server;
    this.service = service;
    this.raft = new WatchedRaft(raft, server, service);
    this.endpoint = endpoint;
  }

  /** Returns the run. */
  public Simulation simulation() {
    return testbed.simulation();
  }

  /** Returns the server's id, from 0. */
  public int server() {
    return server.id();
  }

  /** Returns the boot's life, whose threads the service runs on. */
  public Incarnation incarnation() {
    return endpoint.incarnation();
  }

  /** Returns the server below; what it accepts is recorded. */
  public Raft raft() {
    return raft;
  }

  /** Waits for the next message that the server applies, checks it and takes it. */
  public ApplyMsg nextApplied() {
    return service.next();
  }

  /** Returns a copy of the snapshot that was saved before this boot; empty when there is none. */
  public byte[] savedSnapshot() {
    return service.savedSnapshot();
  }

  /** Returns the length of the Raft state that is saved now, in bytes. */
  public int raftStateSize() {
    return server.storage().saved().raftStateSize();
  }

  /** Registers what answers one type of message. */
  public <A extends Request<R>, R extends Record> void handle(
      Class<A> type, Handler<A, R> handler) {
    BootEnvironment.handle(endpoint, type, handler);
  }
}
