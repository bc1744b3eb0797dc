package io.raftbed.linearizability.format;

/** The value that stands for no value: {@code nil} in EDN, {@code null} in JSON. */
enum Nil {
  NIL;

  @Override
  public String toString() {
    return "nil";
  }
}
