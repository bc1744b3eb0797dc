package io.raftbed.net;

/** Counts of what went over the network since it was made. */
public final class Traffic {

  private final long[] dispatched;
  private long rpcs;
  private long bytes;

  Traffic(int servers) {
    dispatched = new long[servers];
  }

  /** Returns how many calls were made, those over cut links among them. */
  public long rpcs() {
    return rpcs;
  }

  /** Returns the bytes of all requests sent and all replies that reached their caller. */
  public long bytes() {
    return bytes;
  }

  /** Returns how many requests were dispatched to a server. */
  public long dispatched(int server) {
    return dispatched[server];
  }

  void sent(int requestBytes) {
    rpcs++;
    bytes += requestBytes;
  }

  void dispatchedTo(int server) {
    dispatched[server]++;
  }

  void returned(int replyBytes) {
    bytes += replyBytes;
  }
}
