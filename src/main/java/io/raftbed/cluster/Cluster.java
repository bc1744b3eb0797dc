package io.raftbed.cluster;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.net.Network;
import io.raftbed.sim.Simulation;
import io.raftbed.storage.MemoryPersister;
import io.raftbed.storage.SimulatedDisk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of Raft servers under test: what the suites drive. All methods are called on the
 * testbed's own simulated thread (or threads it starts with {@link #spawn}); those that find the
 * test failed end the run and do not return.
 */
public final class Cluster {

  private final Simulation simulation;
  private final Network network;
  private final Servers servers;
  private final Elections elections;
  private final Agreement agreement;
  private final Convergence convergence;

  /** Boots all servers, connected, on a reliable network. */
  public Cluster(Simulation simulation, ClusterOptions options) {
    this.simulation = simulation;
    Watcher watcher = new Watcher(simulation, options);
    this.network = new Network(simulation, options.servers(), options.clients(), watcher);
    Testbed testbed =
        new Testbed(
            simulation,
            options,
            network,
            watcher,
            new CommittedLog(simulation),
            new SnapshotLedger(),
            new CallWatch(simulation));
    this.servers =
        new Servers(
            testbed,
            IntStream.range(0, options.servers()).mapToObj(id -> new Server(testbed, id)).toList());
    this.elections = new Elections(servers);
    this.agreement = new Agreement(servers);
    this.convergence = new Convergence(servers, agreement);
    servers.all().forEach(server -> server.connected(server.inService()));
    servers.inService().forEach(Server::boot);
  }

  /**
   * Boots a client anew: a node beside the servers, which reaches all of them.
   *
   * @param client which one, from 0
   */
  public ClientNode client(int client) {
    return ClientNode.boot(servers.testbed(), client);
  }

  /** How many servers. */
  public int size() {
    return servers.size();
  }

  /** The network, for its profile, its links and its counts. */
  public Network network() {
    return network;
  }

  /** Cuts all links from and to a server (both directions). */
  public void disconnect(int server) {
    servers.get(server).connected(false);
    network.isolate(server);
  }

  /** Heals the links between a server and every other connected server. */
  public void connect(int server) {
    servers.get(server).connected(true);
    network.rejoin(server, other -> servers.get(other).connected());
  }

  /** Returns whether a server was connected last, and not disconnected or crashed since. */
  public boolean connected(int server) {
    return servers.get(server).connected();
  }

  /**
   * Cuts a server off and drops its threads and memory; what was persisted stays. Called by a
   * thread of this very server, as from {@link #afterSave}, it does not return.
   */
  public void crash(int server) {
    disconnect(server);
    if (servers.get(server).running()) {
      servers.get(server).crash();
    }
  }

  /**
   * Boots a new incarnation from a copy of what was persisted (crashes a running one first); it
   * stays disconnected, and down when its disk fails or does not hold what was written.
   */
  public void restart(int server) {
    crash(server);
    servers.get(server).boot();
  }

  /**
   * Crashes a server, if it runs, and takes the power from its simulated disk: what was not synced
   * is lost or torn. Other storage has nothing that is not synced.
   */
  public void powerLoss(int server) {
    // First the disk: called by a thread of this very server, crash does not return.
    servers.get(server).storage().losePower();
    crash(server);
  }

  /**
   * Crashes a server in the midst of an operation of its simulated disk; the cache is kept.
   *
   * @param k which operation, counted from 1 for the next one
   */
  public void crashAtDiskOperation(int server, long k) {
    disk(server).atOperation(k, () -> crash(server));
  }

  /** The same with {@link #powerLoss} in place of {@link #crash}. */
  public void powerLossAtDiskOperation(int server, long k) {
    disk(server).atOperation(k, () -> powerLoss(server));
  }

  /**
   * Returns the simulated disk of a server, for its profile and faults; it outlives boots.
   *
   * @throws IllegalStateException if the cluster stores on something else
   */
  public SimulatedDisk disk(int server) {
    return servers
        .get(server)
        .storage()
        .simulatedDisk()
        .orElseThrow(() -> new IllegalStateException("the servers have no simulated disks"));
  }

  /** Boots a server that is not in service, with nothing saved: it may become a member. */
  public void join(int server) {
    servers.get(server).inService(true);
    servers.get(server).boot();
    connect(server);
  }

  /** Takes a server out of service for good: it is down, and healing does not boot it. */
  public void retire(int server) {
    crash(server);
    servers.get(server).inService(false);
  }

  /** Takes away all that a server has saved (crashes it first); it may {@link #join} anew. */
  public void wipe(int server) {
    retire(server);
    servers.get(server).wipe();
  }

  /** Returns whether a server has joined, or is a founder, and is not retired. */
  public boolean inService(int server) {
    return servers.get(server).inService();
  }

  /** Returns whether the members may change: there are founders, and others may join. */
  public boolean membersChange() {
    return servers.testbed().options().membersChange();
  }

  /** Returns whether all servers that run can change members. */
  public boolean offersMembership() {
    return servers.all().stream().allMatch(server -> server.offersMembership().orElse(true));
  }

  /** Asks a server to change the members; empty when it refuses, is down or is paused. */
  public Optional<Started> changeMembers(int server, List<Integer> members) {
    return servers.get(server).changeMembers(members);
  }

  /** Asks a server for the configuration that it uses; empty when it is down or paused. */
  public Optional<Configuration> configuration(int server) {
    return servers.get(server).configuration();
  }

  /** Returns the latest configuration that any server has applied, else that of the founders. */
  public Configuration committedConfiguration() {
    return servers.committedConfiguration();
  }

  /** Returns whether a server has been booted and not crashed since; a paused one runs. */
  public boolean running(int server) {
    return servers.get(server).running();
  }

  /** Holds all threads of a running server until {@link #resume}; time goes on without it. */
  public void pause(int server) {
    servers.get(server).pause();
  }

  /** Lets a paused server go on. */
  public void resume(int server) {
    servers.get(server).resume();
  }

  /**
   * Makes a server's clock run fast (or slow, when negative) from now on, over all its boots.
   *
   * @param ppm parts per million, within {@link io.raftbed.sim.NodeClock#MOST_PPM}; 0 to run true
   */
  public void drift(int server, int ppm) {
    servers.get(server).drift(ppm);
  }

  /** Sets a server's wall time forward (or back, when negative), by so many virtual nanoseconds. */
  public void jump(int server, long nanos) {
    servers.get(server).jump(nanos);
  }

  /**
   * Makes the service above a server busy for so long with each message, from now on, over all its
   * boots; whoever hands it the next one has to wait.
   *
   * @param millis virtual milliseconds; 0 for no time at all
   */
  public void slowService(int server, int millis) {
    servers.get(server).slowService(millis);
  }

  /**
   * Sets what runs after each save of a server, in place of an earlier hook, over all its boots.
   *
   * @param hook gets the number of saves so far, from 1; to crash a server with its k-th change
   *     saved and nothing after it done, {@link #crash} it when this is k
   */
  public void afterSave(int server, LongConsumer hook) {
    servers.get(server).storage().saved().afterSave(hook);
  }

  /** Gives a command to a server; empty when it does not lead, is down or is paused. */
  public Optional<Started> start(int server, byte[] command) {
    return servers.get(server).start(command);
  }

  /** Asks a server for its state; empty when it is down or paused. */
  public Optional<RaftState> state(int server) {
    return servers.get(server).state();
  }

  /**
   * Returns the leader of the highest term among the connected servers, after up to 10 polls of
   * about half a second; none by then fails (liveness), two in one term fail at once (safety).
   */
  public int checkOneLeader() {
    return elections.checkOneLeader();
  }

  /** Fails (safety) when a connected server believes it leads. */
  public void checkNoLeader() {
    elections.checkNoLeader();
  }

  /** Returns the one term of all connected servers; fails (liveness) when they differ. */
  public int checkTerms() {
    return elections.checkTerms();
  }

  /** Returns how many servers have applied something at this index, in their latest boot. */
  public int appliedCount(int index) {
    return servers.appliedCount(index);
  }

  /** The command applied at this index by any server, or null. */
  public byte @Nullable [] appliedCommand(int index) {
    return servers.testbed().committed().command(index).orElse(null);
  }

  /**
   * Offers a command to the connected servers, for 10 s in total, until one accepts it and it is
   * applied within 2 s; fails (liveness) otherwise.
   *
   * @param command what to agree on
   * @param needed how many servers must apply it
   * @param retry whether it may be offered again when it was accepted and not applied
   * @return the index at which it was applied
   */
  public int agree(byte[] command, int needed, boolean retry) {
    return agreement.agree(command, needed, retry);
  }

  /**
   * Waits until so many servers have applied something at an index; fails (liveness) after 30
   * polls.
   *
   * @param index the log index, from 1
   * @param needed how many servers must apply it
   * @param startTerm gives up when a server has moved past this term; -1 for any term
   * @return the command there; empty when it gave up
   */
  public Optional<byte[]> waitApplied(int index, int needed, int startTerm) {
    return agreement.waitApplied(index, needed, startTerm);
  }

  /** Returns the largest persisted Raft state of all servers, in bytes. */
  public int raftStateSize() {
    return largest(MemoryPersister::raftStateSize);
  }

  /** Returns the largest persisted snapshot of all servers, in bytes. */
  public int snapshotSize() {
    return largest(MemoryPersister::snapshotSize);
  }

  /** Returns the last index that the persisted snapshot of a server covers, 0 when it has none. */
  public int snapshotIndex(int server) {
    byte[] snapshot = servers.get(server).storage().saved().snapshot();
    return servers.testbed().snapshots().lastIndex(snapshot).orElse(0);
  }

  private int largest(ToIntFunction<MemoryPersister> size) {
    return servers.all().stream()
        .map(server -> server.storage().saved())
        .mapToInt(size)
        .max()
        .orElse(0);
  }

  /** Starts a thread of the testbed; join it with {@link Thread#join()}. */
  public Thread spawn(String name, Runnable task) {
    // A thread that a simulated one starts is simulated, too.
    return Thread.ofVirtual().name(name).start(task);
  }

  /** Sleeps in virtual milliseconds. */
  public void sleepMillis(long millis) {
    simulation.sleep(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /**
   * Ends all faults (all servers up and connected, a reliable network, held messages lost) and
   * demands that within 10 s all servers agree on a new command, and that in 5 s more they have
   * applied one log up to it and have one leader; fails (liveness) otherwise.
   */
  public void healAndConverge() {
    convergence.heal();
    convergence.check();
  }

  /** Ends all faults, as {@link #healAndConverge} does, and demands nothing. */
  public void heal() {
    convergence.heal();
  }

  /**
   * Demands that within 5 s all servers have applied all that any of them has applied by now, and
   * that there is one leader; fails (liveness) otherwise.
   */
  public void requireSettled() {
    convergence.requireSettled(servers.testbed().committed().lastIndex());
  }

  /** Returns the last log index that any server has applied, 0 when there is none. */
  public int lastApplied() {
    return servers.testbed().committed().lastIndex();
  }

  /** Returns the last log index that a server has applied in its latest boot, 0 for none. */
  public int lastApplied(int server) {
    return servers.get(server).service().lastApplied();
  }

  /**
   * Ends the run because something did not happen in time; adds what each server says of itself.
   */
  public void tooLate(String message, String... facts) {
    servers.tooLate(message, facts);
  }
}
