package io.raftbed.scenario;

/** How links behave, as the suites of the field know it. */
public enum NetworkProfile {
  /** Nothing is lost, and nothing is late. */
  RELIABLE,
  /** Some requests are late, and one message in ten is lost. */
  UNRELIABLE,
  /** As unreliable, and two thirds of the replies are very late. */
  LONG_REORDERING
}
