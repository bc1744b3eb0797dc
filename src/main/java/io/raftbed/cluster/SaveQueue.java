package io.raftbed.cluster;

import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import io.raftbed.storage.MemoryPersister;
import io.raftbed.storage.SavedState;
import io.raftbed.trace.EventKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
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
    final SavedState state;
    final long since;
    final CompletableFuture<Void> completion = new CompletableFuture<>();
    boolean queued;
    boolean durable;

    Waiting(SavedState state, long since) {
      this.state = state;
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
    if (isImmediate()) {
      saved().save(raftState, snapshot);
    } else {
      writeAll(add(new SavedState(raftState.clone(), snapshot.clone())));
    }
  }

  /** As {@link #save}, for a Raft state that only has a new end; not all of it is copied. */
  void saveSuffix(int kept, byte[] suffix) {
    if (isImmediate()) {
      saved().saveSuffix(kept, suffix);
    } else {
      SavedState last = given();
      byte[] raftState = Arrays.copyOf(last.raftState(), kept + suffix.length);
      System.arraycopy(suffix, 0, raftState, kept, suffix.length);
      writeAll(add(new SavedState(raftState, last.snapshot())));
    }
  }

  /** Returns at once; the future is completed when this save or a later one is durable. */
  CompletableFuture<Void> saveAsync(byte[] raftState, byte[] snapshot) {
    Waiting added = add(new SavedState(raftState.clone(), snapshot.clone()));
    added.queued = true;
    if (!writerStarted) {
      writerStarted = true;
      boot.start("saves", this::run);
    }
    LockSupport.unpark(writer);
    return added.completion;
  }

  /** Returns the length of the Raft state that was given last, in bytes. */
  int raftStateSize() {
    return waiting.isEmpty() ? saved().raftStateSize() : given().raftState().length;
  }

  /** Returns the length of the snapshot that was given last, in bytes. */
  int snapshotSize() {
    return waiting.isEmpty() ? saved().snapshotSize() : given().snapshot().length;
  }

  /** Returns what was given last, durable or not. */
  private SavedState given() {
    return waiting.isEmpty()
        ? new SavedState(saved().raftState(), saved().snapshot())
        : waiting.getLast().state;
  }

  private MemoryPersister saved() {
    return server.storage().saved();
  }

  /** Memory takes no time, so no save can be under way when another is asked for. */
  private boolean isImmediate() {
    return waiting.isEmpty() && server.storage().isMemory();
  }

  private Waiting add(SavedState state) {
    Waiting added = new Waiting(state, simulation.now());
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
        write(covered.getLast().state, wanted.since);
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

  private void write(SavedState state, long since) {
    try {
      server.storage().save(state);
    } catch (IOException e) {
      server.diskFailed(e);
    }
    if (simulation.now() > since) {
      int raftStateBytes = state.raftState().length;
      simulation.event(
          boot.node(),
          EventKind.DURABLE,
          raftStateBytes,
          new TraceDetail.Saved(raftStateBytes, state.snapshot().length));
    }
  }
}
