package io.raftbed.net;

import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.LinkDetail.Fate;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The simulated network between the nodes of one run: servers, and clients if there are any.
 *
 * <p>There is a directed link from each node to each server. It carries the calls of the one node
 * to the other in both halves, request and reply; calls in the other direction have a link of their
 * own. To let requests through and lose every reply, give a link a reply loss of 1.
 *
 * <p>A cut link takes no requests: neither new ones nor those that would arrive now. A cut also
 * ends the calls on the link that have no reply on its way yet. Replies on their way arrive,
 * however late. A call ends likewise when the server that handles it is closed or replaced.
 *
 * <p>A new network is reliable and nothing is cut.
 */
public final class Network {

  private final Simulation simulation;
  private final Links links;
  private final Transport transport;

  /**
   * Makes a network.
   *
   * @param servers how many servers; they are numbered from 0
   * @param clients how many clients; {@link io.raftbed.trace.NodeName#client} numbers them
   * @param observer sees every message
   */
  public Network(Simulation simulation, int servers, int clients, NetworkObserver observer) {
    this.simulation = simulation;
    this.links = new Links(simulation, servers, clients);
    this.transport = new Transport(simulation, links, observer);
  }

  /** Returns what a boot of a node calls through; it is not called before {@link #open}. */
  public Endpoint endpoint(int node, Incarnation incarnation) {
    return new Endpoint(node, incarnation, transport);
  }

  /** Lets requests reach this boot of its node, in place of an earlier one. */
  public void open(Endpoint server) {
    transport.open(server);
  }

  /** Lets no more requests reach a node, which has crashed: it is a dead server until opened. */
  public void close(int node) {
    transport.close(node);
  }

  /** Returns the counts of calls and bytes. */
  public Traffic traffic() {
    return transport.traffic();
  }

  /** Gives all links a profile; messages on their way keep their fate. */
  public void use(Profile profile) {
    links.all().forEach(link -> link.profile(profile));
    note(EventKind.NETWORK, profile);
  }

  /** Gives the calls of one node to another a profile. */
  public void use(int from, int to, Profile profile) {
    links.get(from, to).profile(profile);
    note(EventKind.NETWORK, LinkChange.words(from, to) + ": " + profile);
  }

  /** Returns the profile for the calls of one node to another. */
  public Profile profile(int from, int to) {
    return links.get(from, to).profile();
  }

  /** Returns whether the calls of one node to another get through. */
  public boolean isCut(int from, int to) {
    return links.get(from, to).isCut();
  }

  /** Cuts the calls of one node to another; calls in the other direction still work. */
  public void cut(int from, int to) {
    change(TraceEvent.TESTBED, EventKind.CUT, new LinkChange.Cut(from, to));
  }

  /** Lets the calls of one node to another through again. */
  public void heal(int from, int to) {
    change(TraceEvent.TESTBED, EventKind.HEAL, new LinkChange.Healed(from, to));
  }

  /**
   * Cuts a server off from all servers, in both directions, and from itself; clients still reach
   * it.
   */
  public void isolate(int server) {
    change(server, EventKind.CUT, new LinkChange.Isolated(server));
  }

  /** Heals the links of a server, in both directions, with the servers that match. */
  public void rejoin(int server, IntPredicate others) {
    Set<Integer> reached =
        IntStream.range(0, links.servers()).filter(others).boxed().collect(Collectors.toSet());
    change(server, EventKind.HEAL, new LinkChange.Rejoined(server, reached));
  }

  /**
   * Splits the servers: links within a group are healed, all others are cut. A server may be in
   * several groups, which makes it a bridge between them; one in no group is isolated. Clients
   * still reach all servers.
   */
  public void partition(List<Set<Integer>> groups) {
    change(TraceEvent.TESTBED, EventKind.CUT, new LinkChange.Partition(groups));
  }

  /** Heals all links. */
  public void healAll() {
    change(TraceEvent.TESTBED, EventKind.HEAL, new LinkChange.AllHealed());
  }

  /**
   * Keeps back the messages that match, from now on. Decided when a message is sent; the first of
   * several holds takes it.
   *
   * @param which decides; it must not wait
   */
  public Hold hold(Predicate<MessageInFlight> which) {
    Hold hold = new Hold(which);
    transport.add(hold);
    return hold;
  }

  /** As {@link #hold}, for requests only. */
  public Hold holdRequests(Predicate<MessageInFlight> which) {
    return hold(message -> message.kind() == MessageInFlight.Kind.REQUEST && which.test(message));
  }

  /** As {@link #hold}, for replies only. */
  public Hold holdReplies(Predicate<MessageInFlight> which) {
    return hold(message -> message.kind() == MessageInFlight.Kind.REPLY && which.test(message));
  }

  /**
   * Keeps a copy of each request that matches, from now on; the request itself goes its way. A copy
   * that is released is a late duplicate: its server handles it once more, and the caller learns of
   * that only if it still waits. One that is dropped was never there.
   *
   * @param which decides; it must not wait
   */
  public Hold copyRequests(Predicate<MessageInFlight> which) {
    Hold copies =
        new Hold(message -> message.kind() == MessageInFlight.Kind.REQUEST && which.test(message));
    transport.addCopies(copies);
    return copies;
  }

  /** Loses all held messages and copies, and holds no further ones. */
  public void dropHeld() {
    transport.dropHeld();
  }

  private void change(int node, EventKind kind, LinkChange change) {
    simulation.event(node, kind, 0, change);
    linksThatAre(Fate.HEALED, change).forEach(link -> link.cut(false));
    linksThatAre(Fate.CUT, change).filter(link -> !link.isCut()).forEach(transport::cut);
  }

  private Stream<Link> linksThatAre(Fate fate, LinkChange change) {
    return links.all().filter(link -> change.fate(link.from(), link.to()) == fate);
  }

  private void note(EventKind kind, Object detail) {
    simulation.event(TraceEvent.TESTBED, kind, 0, detail);
  }
}
