package io.raftbed.trace;

/** How nodes are numbered and called: servers from 0 as S0, S1, ..., clients as C0, C1, .... */
public final class NodeName {

  /** The number of client C0; those of servers are lower. */
  private static final int FIRST_CLIENT = 1_000;

  private NodeName() {}

  /** Returns the node's number of a client, which is counted from 0. */
  public static int client(int client) {
    return FIRST_CLIENT + client;
  }

  /** Returns whether a node is a client. */
  public static boolean isClient(int node) {
    return node >= FIRST_CLIENT;
  }

  /** Returns which client a node is, from 0. */
  public static int clientOf(int node) {
    return node - FIRST_CLIENT;
  }

  /** Returns the name of a node, such as {@code S2} or {@code C0}. */
  public static String of(int node) {
    return isClient(node) ? "C" + clientOf(node) : "S" + node;
  }

  /** Returns the name of a node where it is clear that servers are meant, or said so: 2 or C0. */
  public static String brief(int node) {
    return isClient(node) ? of(node) : Integer.toString(node);
  }
}
