package io.raftbed.cluster;

import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.net.Network;
import io.raftbed.sim.Simulation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of Raft servers under test: what the suites drive. All methods are called on the
 * testbed's own simulated thread (or threads it starts with {@link #spawn}); those that find the
 * test failed end the run and do not return.
 */
public final class Cluster {
  /** Boots all servers, connected, on a reliable network. */
  public Cluster(Simulation simulation, ClusterOptions options) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** How many servers. */
  public int size() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The network, for its profile, its links and its counts. */
  public Network network() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Cuts all links from and to a server (both directions). */
  public void disconnect(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Heals the links between a server and every other connected server. */
  public void connect(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  public boolean connected(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Cuts a server off and drops its threads and memory; what was persisted stays. */
  public void crash(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Boots a new incarnation from a copy of what was persisted (crashes a running one first); it stays disconnected. */
  public void restart(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  public boolean running(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Gives a command to a server; empty also when it is crashed. */
  public Optional<Started> start(int server, byte[] command) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Asks a server for its state; empty when it is crashed. */
  public Optional<RaftState> state(int server) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** checkOneLeader of lab-tests: the leader of the highest term among connected servers; fails (liveness) after 10 polls. */
  public int checkOneLeader() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Fails (safety) when a connected server believes it leads. */
  public void checkNoLeader() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The one term that all connected servers agree on; fails when they differ. */
  public int checkTerms() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** How many servers have applied something at this index. */
  public int appliedCount(int index) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The command applied at this index by any server, or null. */
  public byte @Nullable [] appliedCommand(int index) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** agree(command, n, retry) of lab-tests: returns the index; fails (liveness) otherwise. */
  public int agree(byte[] command, int servers, boolean retry) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** waitApplied of lab-tests: empty when a server has moved past startTerm; fails when 30 polls go by. startTerm -1: any. */
  public Optional<byte[]> waitApplied(int index, int servers, int startTerm) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The largest persisted Raft state of all servers, in bytes. */
  public int raftStateSize() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Largest persisted snapshot, in bytes. */
  public int snapshotSize() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Starts a thread of the testbed; join it with {@link Thread#join()}. */
  public Thread spawn(String name, Runnable task) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Sleeps in virtual milliseconds. */
  public void sleepMillis(long millis) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Heals everything (all servers up and connected, reliable network, no held messages) and demands that the cluster agrees on a new command on all servers, then that all servers have applied the same log. */
  public void healAndConverge() {
    throw new UnsupportedOperationException("skeleton");
  }
}
