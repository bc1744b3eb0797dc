package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;

/** Schedules as options of commands name them. */
final class Schedules {

  /** The one that counts when none is given. */
  static final String DEFAULT = "random";

  private Schedules() {}

  /** Returns what a command that makes the same runs must contain, with a space before it. */
  static String option(ScheduleKind schedule) {
    return schedule.toString().equals(DEFAULT) ? "" : " --schedule " + schedule;
  }
}
