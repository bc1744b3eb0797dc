package io.raftbed.cluster;

import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The saves of one boot, written one at a time and in order. Where several wait, the last is
 * written for all: it has what they have, as a group commit.
 *
 * <p>The server's own code never runs on the thread that writes: a future's dependents may wait for
 * a lock whose holder waits for a save.
 */
final class SaveQueue {

  private final Server server;
  private final Simulation simulation;
  private final Incarnation boot;
  private final ReentrantLock writing = new ReentrantLock();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean writerStarted;
  private @Nullable Thread writer;

  /** A save that is not durable yet. */
  private static final class Waiting {
    final byte[] raftState;
    final byte[] snapshot;
    final long since;
    final CompletableFuture<Void> completion = new CompletableFuture<>();
    boolean queued;
    boolean durable;

    Waiting(byte[] raftState, byte[] snapshot, long since) {
      this.raftState = raftState.clone();
      this.snapshot = snapshot.clone();
      this.since = since;
    }
  }

  SaveQueue(Server server, Simulation simulation, Incarnation boot) {
    this.server = server;
    this.simulation = simulation;
    this.boot = boot;
  }

  /** Returns when this save or a later one is durable. */
  void save(byte[] raftState, byte[] snapshot) {
    if (waiting.isEmpty() && writing.tryLock()) {
      try {
        write(raftState, snapshot, simulation.now());
      } finally {
        writing.unlock();
      }
    } else {
      writeAll(add(raftState, snapshot));
    }
  }

  /** Returns at once; the future is completed when this save or a later one is durable. */
  CompletableFuture<Void> saveAsync(byte[] raftState, byte[] snapshot) {
    Waiting added = add(raftState, snapshot);
    added.queued = true;
    if (!writerStarted) {
      writerStarted = true;
      boot.start("saves", this::run);
    }
    LockSupport.unpark(writer);
    return added.completion;
  }

  private Waiting add(byte[] raftState, byte[] snapshot) {
    Waiting added = new Waiting(raftState, snapshot, simulation.now());
    waiting.add(added);
    return added;
  }

  /** Writes queued saves for ever, on a thread of the boot. */
  private void run() {
    writer = Thread.currentThread();
    while (true) {
      while (waiting.isEmpty()) {
        LockSupport.park(this);
      }
      simulation.sleep(server.storage().drawLateness());
      Waiting last = waiting.peekLast();
      if (last != null) {
        writeAll(last);
      }
    }
  }

  /** Writes all that wait, if another thread has not written this one meanwhile. */
  private void writeAll(Waiting wanted) {
    writing.lock();
    try {
      if (!wanted.durable) {
        List<Waiting> covered = List.copyOf(waiting);
        write(covered.getLast().raftState, covered.getLast().snapshot, wanted.since);
        covered.forEach(this::durable);
      }
    } finally {
      writing.unlock();
    }
  }

  private void durable(Waiting save) {
    waiting.remove(save);
    save.durable = true;
    if (save.queued) {
      boot.start("saved", () -> save.completion.complete(null));
    }
  }

  private void write(byte[] raftState, byte[] snapshot, long since) {
    try {
      server.storage().save(raftState, snapshot);
    } catch (IOException e) {
      server.diskFailed(e);
    }
    if (simulation.now() > since) {
      simulation.event(
          boot.node(),
          EventKind.DURABLE,
          raftState.length,
          new TraceDetail.Saved(raftState.length, snapshot.length));
    }
  }
}
