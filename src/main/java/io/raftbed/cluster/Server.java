package io.raftbed.cluster;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.MembershipRaft;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.net.Endpoint;
import io.raftbed.sim.Incarnation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.MachineDetail;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One server over all its boots: what survives a crash, and the boot that runs now. */
final class Server {

  private final Testbed testbed;
  private final int id;
  private final ServerStorage storage;
  private Service service;
  private @Nullable Incarnation incarnation;
  private @Nullable Raft raft;
  private Optional<String> diskFailure = Optional.empty();
  private List<Integer> founders;
  private boolean inService;
  private boolean connected;
  private boolean paused;
  private int drift;
  private int serviceMillis;

  Server(Testbed testbed, int id) {
    this.testbed = testbed;
    this.id = id;
    this.storage = ServerStorage.of(testbed.options().storage(), testbed.simulation(), id);
    this.service = testbed.options().service().above(testbed, this);
    List<Integer> first = testbed.options().firstMembers();
    inService = first.contains(id);
    founders = inService ? first : List.of();
  }

  int id() {
    return id;
  }

  ServerStorage storage() {
    return storage;
  }

  /** Returns what the last boot has applied, which outlives a crash until the next boot. */
  Service service() {
    return service;
  }

  /** Returns the boot that runs, or the last one that did. */
  Incarnation incarnation() {
    return Objects.requireNonNull(incarnation, "never booted");
  }

  /** Whether it is one of those that are to run: it has joined, and is not retired. */
  boolean inService() {
    return inService;
  }

  void inService(boolean on) {
    inService = on;
  }

  /** Takes away all that was saved, while it is down; to the next boot the cluster is unknown. */
  void wipe() {
    founders = List.of();
    event(EventKind.DISK, new MachineDetail.Wipe());
    storage.wipe();
    testbed.watcher().wiped(id);
  }

  boolean running() {
    return incarnation != null && incarnation.alive();
  }

  /** Returns why the last boot was stopped by its disk; empty when it was not. */
  Optional<String> diskFailure() {
    return diskFailure;
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

  /**
   * Starts a boot on a copy of what was saved, and waits until the server is made. It stays down
   * when its disk fails or does not hold what was written.
   */
  void boot() {
    service = testbed.options().service().above(testbed, this);
    Incarnation booted = testbed.simulation().boot(id, "S" + id);
    incarnation = booted;
    diskFailure = Optional.empty();
    boolean anySaved = storage.saved().saves() > 0;
    event(EventKind.BOOT, anySaved ? "from what was saved" : "with nothing saved");
    testbed.watcher().booted(id);
    readStorage(booted);
    if (booted.alive()) {
      makeServer(booted);
    }
  }

  private void readStorage(Incarnation booted) {
    if (storage.simulatedDisk().isPresent()) {
      // On a thread of the server: it takes time, and a crash may come in between.
      booted.call("disk", this::readStorage);
    } else {
      readStorage();
    }
  }

  private boolean readStorage() {
    try {
      storage.open();
      return true;
    } catch (IOException e) {
      diskFailed(e);
      return false;
    }
  }

  private void makeServer(Incarnation booted) {
    service.restore(storage.saved().snapshot());
    Endpoint endpoint = testbed.network().endpoint(id, booted);
    Optional<Raft> made =
        testbed.calls().call(this, "RaftFactory.make", () -> make(endpoint, booted));
    // Empty when the server was crashed while it was made.
    made.ifPresent(server -> {
      raft = server;
      if (service.start(server, endpoint)) {
        testbed.network().open(endpoint);
      }
    });
  }

  private Raft make(Endpoint endpoint, Incarnation booted) {
    BootPersister persister =
        new BootPersister(
            testbed.simulation(),
            booted,
            storage.saved(),
            new SaveQueue(this, testbed.simulation(), booted));
    ClusterOptions options = testbed.options();
    Raft made =
        options
            .raft()
            .make(
                new BootEnvironment(
                    id,
                    founders,
                    NetworkPeer.all(endpoint, options.servers()),
                    persister,
                    service.channel(),
                    endpoint));
    return notNull(made, "RaftFactory.make", "the server");
  }

  /** Ends the run when a method of the server returned null. */
  <T> T notNull(@Nullable T returned, String method, String wanted) {
    if (returned == null) {
      testbed
          .simulation()
          .fail(
              FailureKind.EXCEPTION,
              "S" + id + ": " + method + " returned null; it must return " + wanted,
              List.of());
    }
    return Objects.requireNonNull(returned);
  }

  /** Drops the running boot; does not return when called by a thread of it. */
  void crash() {
    crash("all threads and memory are gone");
  }

  /**
   * Stops the server as a program stops that can no longer trust its disk. A real disk that fails
   * is nobody's test: no verdict.
   */
  void diskFailed(IOException failure) {
    if (storage.simulatedDisk().isEmpty()) {
      testbed
          .simulation()
          .fail(
              FailureKind.TESTBED_FAULT,
              "the files of S" + id + " cannot be used: " + failure,
              List.of());
    }
    String stopped = "stopped by its disk: " + failure.getMessage();
    diskFailure = Optional.of(stopped);
    connected = false;
    testbed.network().isolate(id);
    crash(stopped);
  }

  private void crash(String how) {
    raft = null;
    paused = false;
    event(EventKind.CRASH, how);
    storage.processCrashed();
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
    testbed.simulation().event(id, EventKind.CLOCK, ppm, new MachineDetail.Drift(ppm));
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
    testbed.simulation().event(id, EventKind.CLOCK, nanos, new MachineDetail.Jump(nanos));
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
    Optional<Started> started =
        notNull(
            target.start(command.clone()),
            "Raft.start",
            "an Optional, empty when it does not lead");
    started.ifPresent(at -> accepted(command, at));
    return started;
  }

  /** Records that the server took a command as leader. */
  void accepted(byte[] command, Started at) {
    recordStart(command, at);
    testbed.watcher().started(id, command, at);
  }

  private void recordStart(byte[] command, Started at) {
    testbed
        .simulation()
        .event(
            id,
            EventKind.START,
            (long) at.index() << Integer.SIZE | at.term(),
            new TraceDetail.Accepted(command, at.index(), at.term()));
  }

  /** Asks the server for its term and role; empty when it is down or paused. */
  Optional<RaftState> state() {
    Raft target = raft;
    return target == null || paused
        ? Optional.empty()
        : testbed
            .calls()
            .call(
                this,
                "Raft.state",
                () -> notNull(target.state(), "Raft.state", "its term and role"));
  }

  /** Whether the server that runs can change members; empty when it is down. */
  Optional<Boolean> offersMembership() {
    return Optional.ofNullable(raft).map(MembershipRaft.class::isInstance);
  }

  /** Asks the server to change the members; empty when it refuses, is down or is paused. */
  Optional<Started> changeMembers(List<Integer> members) {
    return raft instanceof MembershipRaft target && !paused
        ? testbed
            .calls()
            .call(this, "MembershipRaft.changeMembers", () -> change(target, members))
            .flatMap(started -> started)
        : Optional.empty();
  }

  private Optional<Started> change(MembershipRaft target, List<Integer> members) {
    Optional<Started> started =
        notNull(
            target.changeMembers(members),
            "MembershipRaft.changeMembers",
            "an Optional, empty when it does not lead");
    started.ifPresent(at -> {
      recordStart(new Configuration.Members(members).command(), at);
      testbed.watcher().changesMembers(id, at);
    });
    return started;
  }

  /** Asks the server for its configuration; empty when it is down or paused. */
  Optional<Configuration> configuration() {
    return raft instanceof MembershipRaft target && !paused
        ? testbed
            .calls()
            .call(
                this,
                "MembershipRaft.configuration",
                () ->
                    notNull(
                        target.configuration(),
                        "MembershipRaft.configuration",
                        "the latest one, Configuration.none() when it knows none"))
        : Optional.empty();
  }

  private void event(EventKind kind, Object detail) {
    testbed.simulation().event(id, kind, 0, detail);
  }
}
