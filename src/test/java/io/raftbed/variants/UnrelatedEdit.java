package io.raftbed.variants;

import java.util.Map;
import java.util.TreeMap;

/**
 * A change of the reference's sources that has nothing to do with any bug, as people make them all
 * the time. It is made after the bug's own edits.
 */
public enum UnrelatedEdit {
  /** A private field has another name. */
  RENAMED_FIELD("renamed field") {
    @Override
    String applyTo(String server) {
      return server.replaceAll("\\belectionTimer\\b", "patience");
    }
  },

  /** Each vote request is printed. */
  LOG_LINE("log line") {
    @Override
    String applyTo(String server) {
      return server.replace(VOTES, VOTES + " System.out.println(\"is asked: \" + args);");
    }
  },

  /** The server has a message of its own, which it sends whenever it looks at its timer. */
  OWN_RPC("RPC of its own") {
    @Override
    String applyTo(String server) {
      return server
          .replaceFirst(CLASS, "$0" + MESSAGES)
          .replace(
              HANDLES, "environment.handle(Hello.class, hello -> new HelloReply()); " + HANDLES)
          .replace(
              TICKS,
              TICKS
                  + " for (Link to : links) { call(to.peer(), new Hello(to.id()), reply -> {}); }");
    }
  },

  /** Elections come 20 ms later. */
  OTHER_TIMEOUT("other timeouts") {
    @Override
    String file() {
      return "RaftConfig.java";
    }

    @Override
    String applyTo(String config) {
      return config.replaceAll(
          "ofMillis\\(300\\), Duration.ofMillis\\(600\\)", "ofMillis(320), Duration.ofMillis(620)");
    }
  };

  private static final String CLASS = "public final class ReferenceRaft [^{]*\\{";
  private static final String MESSAGES =
      " private record Hello(int to) implements Request<HelloReply> {} private record HelloReply()"
          + " {}";
  private static final String HANDLES = "environment.handle(RequestVoteArgs.class,";
  private static final String TICKS = "private long holdElection() {";
  private static final String VOTES =
      "private RequestVoteReply requestVote(RequestVoteArgs args) {";

  private final String words;

  UnrelatedEdit(String words) {
    this.words = words;
  }

  /** Returns what is changed, in a few words. */
  public String words() {
    return words;
  }

  /** Returns which source file is changed. */
  String file() {
    return "ReferenceRaft.java";
  }

  /** Returns the changed text of the file. */
  abstract String applyTo(String text);

  /**
   * Returns the sources with the change made.
   *
   * @throws IllegalArgumentException if it changes nothing
   */
  Map<String, String> applyTo(Map<String, String> sources) {
    Map<String, String> changed = new TreeMap<>(sources);
    changed.computeIfPresent(file(), (_, text) -> applyTo(text));
    if (changed.equals(sources)) {
      throw new IllegalArgumentException("there is no place for the edit " + this);
    }
    return changed;
  }
}
