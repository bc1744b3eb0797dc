package io.raftbed.reference.kv;

/**
 * What the layer puts into the log: a command, and who waits for it. Raft hands up a command
 * without its term, so the index alone would not tell whose it is (a leader that leads twice uses
 * an index twice).
 *
 * @param id names one submit of one boot of one server
 * @param command what the state machine takes
 */
record Operation(long id, byte[] command) {

  byte[] encoded() {
    return new Encoder().putLong(id).putBytes(command).bytes();
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException if the bytes are anything else
   */
  static Operation decode(byte[] bytes) {
    Decoder in = new Decoder("log entry", bytes);
    Operation operation = new Operation(in.getLong(), in.getBytes());
    in.end();
    return operation;
  }
}
