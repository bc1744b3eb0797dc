package io.raftbed.linearizability;

import java.util.Arrays;

/** The stack of a depth-first search: the configurations on the way in which a choice was made. */
final class Choices {

  /** Before the first candidate. */
  static final int START = -1;

  private int[] lengths = new int[16];
  private int[] cursors = new int[16];
  private int[] configurations = new int[16];
  private int[] knownReturns = new int[16];
  private boolean[] wentOn = new boolean[16];
  private int depth;

  boolean isEmpty() {
    return depth == 0;
  }

  /**
   * Adds a configuration.
   *
   * @param length of its partial linearization
   * @param configuration its number among those visited
   * @param returns how many returns have come so far
   */
  void push(int length, int configuration, int returns) {
    if (depth == lengths.length) {
      grow(2 * depth);
    }
    configurations[depth] = configuration;
    wentOn[depth++] = false;
    renew(length, returns);
  }

  private void grow(int capacity) {
    lengths = Arrays.copyOf(lengths, capacity);
    cursors = Arrays.copyOf(cursors, capacity);
    configurations = Arrays.copyOf(configurations, capacity);
    knownReturns = Arrays.copyOf(knownReturns, capacity);
    wentOn = Arrays.copyOf(wentOn, capacity);
  }

  /** Lets the last configuration begin with its candidates again, with what is known now. */
  void renew(int length, int returns) {
    lengths[depth - 1] = length;
    knownReturns[depth - 1] = returns;
    cursors[depth - 1] = START;
  }

  void pop() {
    depth--;
  }

  int length() {
    return lengths[depth - 1];
  }

  int cursor() {
    return cursors[depth - 1];
  }

  void moveTo(int cursor) {
    cursors[depth - 1] = cursor;
  }

  int configuration() {
    return configurations[depth - 1];
  }

  int knownReturns() {
    return knownReturns[depth - 1];
  }

  /** Notes that another configuration was gone on to from the last one, if there is one. */
  void goOn() {
    if (depth > 0) {
      wentOn[depth - 1] = true;
    }
  }

  boolean wentOn() {
    return wentOn[depth - 1];
  }

  /** Lets go of the numbers of configurations, which count anew. */
  void forgetConfigurations() {
    Arrays.fill(configurations, 0, depth, -1);
  }
}
