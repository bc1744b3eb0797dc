package io.raftbed.linearizability.format;

/**
 * One line of a history as Jepsen writes it.
 *
 * @param line where it stands, from 1
 * @param process who does it; equal for an operation's call and end
 * @param type what happens
 * @param f the operation, such as {@code read}
 * @param value its argument or its result: a number, text, keyword, list, map or {@link Nil}; for a
 *     call that concerns a key, a list of the key and the argument
 */
record ProcessEvent(int line, int process, Type type, String f, Object value) {

  /** What happens to an operation. */
  enum Type {
    INVOKE,
    OK,
    FAIL,
    INFO
  }
}
