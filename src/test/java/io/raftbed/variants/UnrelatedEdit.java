package io.raftbed.variants;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A change of the reference's sources that has nothing to do with any bug, as people make them all
 * the time. It is made after the bug's own edits.
 *
 * @param words what is changed, in a few words
 * @param file which source file is changed
 * @param change makes the file's new text
 */
public record UnrelatedEdit(String words, String file, UnaryOperator<String> change) {

  private static final String SERVER = "ReferenceRaft.java";
  private static final String CLASS = "public final class ReferenceRaft [^{]*\\{";
  private static final String MESSAGES =
      " private record Hello(int to) implements Request<HelloReply> {} private record HelloReply()"
          + " {}";
  private static final String HANDLES = "environment.handle(RequestVoteArgs.class,";
  private static final String TICKS = "private long holdElection() {";
  private static final String VOTES =
      "private RequestVoteReply requestVote(RequestVoteArgs args) {";

  /** A private field has another name. */
  public static final UnrelatedEdit RENAMED_TIMER =
      new UnrelatedEdit(
          "renamed field", SERVER, server -> server.replaceAll("\\belectionTimer\\b", "patience"));

  /** Each vote request is printed. */
  public static final UnrelatedEdit PRINTED_VOTES =
      new UnrelatedEdit(
          "log line",
          SERVER,
          server -> server.replace(VOTES, VOTES + " System.out.println(\"is asked: \" + args);"));

  /** The server has a message of its own, which it sends whenever it looks at its timer. */
  private static final UnrelatedEdit OWN_RPC =
      new UnrelatedEdit("RPC of its own", SERVER, UnrelatedEdit::withRpc);

  /** Elections come 20 ms later. */
  private static final UnrelatedEdit OTHER_TIMEOUT =
      new UnrelatedEdit(
          "other timeouts",
          "RaftConfig.java",
          config ->
              config.replaceAll(
                  "ofMillis\\(300\\), Duration.ofMillis\\(600\\)",
                  "ofMillis(320), Duration.ofMillis(620)"));

  private static final String LAYER = "ReplicatedStateMachine.java";
  private static final String POLL = "LEADERSHIP_POLL = Duration.ofMillis\\((\\d+)\\)";
  private static final String APPLIES = "private void applied(ApplyMsg.Command msg) {";

  /** A private field has another name. */
  private static final UnrelatedEdit RENAMED_SUBMISSIONS =
      new UnrelatedEdit(
          "renamed field", LAYER, layer -> layer.replaceAll("\\bsubmissions\\b", "underWay"));

  /** Each applied command is printed. */
  private static final UnrelatedEdit PRINTED_COMMANDS =
      new UnrelatedEdit(
          "log line",
          LAYER,
          layer ->
              layer.replace(APPLIES, APPLIES + " System.out.println(\"applies \" + msg.index());"));

  /** What is put into the log has a field more. */
  private static final UnrelatedEdit FIELD_MORE =
      new UnrelatedEdit(
          "field more in the log",
          "Operation.java",
          operation ->
              operation
                  .replace("new Encoder().putLong(id)", "new Encoder().putInt(7).putLong(id)")
                  .replace("Operation operation =", "in.getInt(); Operation operation ="));

  /** The layer looks for a lost leadership less often. */
  private static final UnrelatedEdit OTHER_POLL =
      new UnrelatedEdit(
          "other timeouts",
          LAYER,
          layer -> layer.replaceFirst(POLL, "LEADERSHIP_POLL = Duration.ofMillis($1 + 10)"));

  /** Those of the Raft. */
  public static final List<UnrelatedEdit> OF_RAFT =
      List.of(RENAMED_TIMER, PRINTED_VOTES, OWN_RPC, OTHER_TIMEOUT);

  /** Those of the services. */
  public static final List<UnrelatedEdit> OF_SERVICES =
      List.of(RENAMED_SUBMISSIONS, PRINTED_COMMANDS, FIELD_MORE, OTHER_POLL);

  private static String withRpc(String server) {
    return server
        .replaceFirst(CLASS, "$0" + MESSAGES)
        .replace(HANDLES, "environment.handle(Hello.class, hello -> new HelloReply()); " + HANDLES)
        .replace(
            TICKS,
            TICKS + " for (Link to : links) { call(to.peer(), new Hello(to.id()), reply -> {}); }");
  }

  /**
   * Returns the sources with the change made.
   *
   * @throws IllegalArgumentException if it changes nothing
   */
  Map<String, String> applyTo(Map<String, String> sources) {
    Map<String, String> changed = new TreeMap<>(sources);
    changed.computeIfPresent(file, (_, text) -> change.apply(text));
    if (changed.equals(sources)) {
      throw new IllegalArgumentException("there is no place for the edit " + words);
    }
    return changed;
  }
}
