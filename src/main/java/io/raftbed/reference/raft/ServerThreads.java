package io.raftbed.reference.raft;

/**
 * Starts the threads of one server.
 *
 * @param me the server's id, for their names
 */
record ServerThreads(int me) {

  /** What a thread does until it is done or interrupted. */
  @FunctionalInterface
  interface Task {
    void run() throws InterruptedException;
  }

  void start(String name, Task task) {
    Thread.ofVirtual().name("raft-" + me + "-" + name).start(() -> runUntilInterrupted(task));
  }

  private static void runUntilInterrupted(Task task) {
    try {
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
