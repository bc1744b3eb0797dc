package io.raftbed.cluster;

import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.net.Endpoint;
import io.raftbed.sim.Incarnation;
import io.raftbed.storage.MemoryPersister;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One server over all its boots: what survives a crash, and the boot that runs now. */
final class Server {

  private final Testbed testbed;
  private final int id;
  private MemoryPersister disk = new MemoryPersister();
  private Service service;
  private @Nullable Incarnation incarnation;
  private @Nullable Raft raft;
  private boolean connected;
  private boolean paused;
  private int drift;
  private int serviceMillis;

  Server(Testbed testbed, int id) {
    this.testbed = testbed;
    this.id = id;
    this.service = new Service(testbed, this);
  }

  int id() {
    return id;
  }

  MemoryPersister disk() {
    return disk;
  }

  /** Returns what the last boot has applied, which outlives a crash until the next boot. */
  Service service() {
    return service;
  }

  /** Returns the boot that runs, or the last one that did. */
  Incarnation incarnation() {
    return Objects.requireNonNull(incarnation, "never booted");
  }

  boolean running() {
    return incarnation != null && incarnation.alive();
  }

  boolean connected() {
    return connected;
  }

  void connected(boolean on) {
    connected = on;
  }

  boolean paused() {
    return paused;
  }

  /** Starts a boot on a copy of what was saved, and waits until the server is made. */
  void boot() {
    disk = disk.copy();
    service = new Service(testbed, this);
    Incarnation booted = testbed.simulation().boot(id, "S" + id);
    incarnation = booted;
    event(EventKind.BOOT, disk.saves() == 0 ? "with nothing saved" : "from what was saved");
    testbed.watcher().booted(id);
    service.restore(disk.snapshot());
    Endpoint endpoint = testbed.network().endpoint(id, booted);
    Optional<Raft> made =
        testbed.calls().call(this, "RaftFactory.make", () -> make(endpoint, booted));
    // Empty when the server was crashed while it was made.
    made.ifPresent(server -> {
      raft = server;
      Service above = service;
      booted.start("service", () -> above.run(server));
      testbed.network().open(endpoint);
    });
  }

  private Raft make(Endpoint endpoint, Incarnation booted) {
    BootPersister persister = new BootPersister(testbed.simulation(), booted, disk);
    ClusterOptions options = testbed.options();
    Raft made =
        options
            .raft()
            .make(BootEnvironment.of(endpoint, options.servers(), persister, service.channel()));
    if (made == null) {
      testbed
          .simulation()
          .fail(
              FailureKind.EXCEPTION,
              "S" + id + ": RaftFactory.make returned null; it must return the server",
              List.of());
    }
    return made;
  }

  /** Drops the running boot; does not return when called by a thread of it. */
  void crash() {
    raft = null;
    paused = false;
    event(EventKind.CRASH, "all threads and memory are gone");
    testbed.network().close(id);
    incarnation().crash();
  }

  void pause() {
    paused = true;
    event(EventKind.PAUSE, "");
    incarnation().pause();
  }

  void resume() {
    paused = false;
    event(EventKind.RESUME, "");
    incarnation().resume();
  }

  void drift(int ppm) {
    if (ppm == drift) {
      return;
    }
    drift = ppm;
    testbed.simulation().event(id, EventKind.CLOCK, ppm, "runs " + ppm + " ppm fast");
    testbed.simulation().clock(id).drift(ppm);
  }

  void slowService(int millis) {
    serviceMillis = millis;
  }

  /** For how long, in virtual milliseconds, the service is busy with a message. */
  int serviceMillis() {
    return serviceMillis;
  }

  void jump(long nanos) {
    testbed
        .simulation()
        .event(id, EventKind.CLOCK, nanos, "wall time jumps by " + nanos / 1_000_000 + " ms");
    testbed.simulation().clock(id).jump(nanos);
  }

  /** Gives a command to the server; empty when it refuses, is down or is paused. */
  Optional<Started> start(byte[] command) {
    Raft target = raft;
    if (target == null || paused) {
      return Optional.empty();
    }
    return testbed
        .calls()
        .call(this, "Raft.start", () -> start(target, command))
        .flatMap(started -> started);
  }

  /** Runs on a thread of the server, so that nothing comes between its answer and the record. */
  private Optional<Started> start(Raft target, byte[] command) {
    Optional<Started> started = target.start(command.clone());
    started.ifPresent(at -> {
      testbed
          .simulation()
          .event(
              id,
              EventKind.START,
              (long) at.index() << Integer.SIZE | at.term(),
              new TraceDetail.Accepted(command, at.index(), at.term()));
      testbed.watcher().started(id, command, at);
    });
    return started;
  }

  /** Asks the server for its term and role; empty when it is down or paused. */
  Optional<RaftState> state() {
    Raft target = raft;
    return target == null || paused
        ? Optional.empty()
        : testbed.calls().call(this, "Raft.state", target::state);
  }

  private void event(EventKind kind, String detail) {
    testbed.simulation().event(id, kind, 0, detail);
  }
}
