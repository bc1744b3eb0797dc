package io.raftbed.linearizability.format;

/** Values that stand for no value. */
enum Nil {
  /** {@code nil} in EDN, {@code null} in JSON. */
  NIL("nil"),
  /** There is no field for a value at all. */
  MISSING("none");

  private final String text;

  Nil(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
