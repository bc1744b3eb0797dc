package io.raftbed.build;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The floors of Raftbed: which of its packages each package may use. There are no exceptions. */
final class Floors {

  static final String ROOT = "io.raftbed";

  private static final Set<String> DOORS = Set.of("cli", "junit");

  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    row("linearizability");
    row("linearizability.polynomial", "linearizability");
    row("linearizability.model", "linearizability", "linearizability.polynomial");
    row("linearizability.format", "linearizability", "linearizability.model");
    row("trace");
    row("lab");
    row("lab.kv", "lab");
    row("sim.agent");
    row("sim", "sim.agent", "trace");
    row("reference.raft", "lab");
    row("reference.kv", "lab", "lab.kv");
    row("net", "sim", "trace");
    row("storage", "sim", "trace");
    row("cluster", "sim", "net", "storage", "lab", "trace");
    row(
        "cluster.kv",
        "cluster",
        "sim",
        "lab",
        "lab.kv",
        "linearizability",
        "linearizability.model",
        "trace");
    row(
        "suite",
        "cluster",
        "cluster.kv",
        "net",
        "storage",
        "sim",
        "lab",
        "lab.kv",
        "linearizability",
        "linearizability.model",
        "trace");
    row("scenario.format", "suite");
    row("scenario", "scenario.format", "suite", "cluster", "net", "storage", "sim", "lab", "trace");
    row("scenario.nemesis", "scenario", "scenario.format", "suite");
    row("scenario.lift", "scenario", "suite", "net", "lab", "trace");
    row("scenario.shrink", "scenario", "scenario.format");
    row("report", "trace", "linearizability");
    Set<String> below = new HashSet<>(MAY_USE.keySet());
    DOORS.forEach(door -> MAY_USE.put(door, below));
    row("start", "cli", "sim.agent");
  }

  private Floors() {}

  private static void row(String name, String... mayUse) {
    MAY_USE.put(name, new HashSet<>(Arrays.asList(mayUse)));
  }

  /** All packages, whether they exist yet or not, by their names below the root. */
  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  /** Returns what a package may use beside itself; empty for one that is not in the table. */
  static Set<String> mayUse(String name) {
    return MAY_USE.getOrDefault(name, Set.of());
  }

  /** Returns whether a package may use all packages below its own floor. */
  static boolean isDoor(String name) {
    return DOORS.contains(name);
  }
}
