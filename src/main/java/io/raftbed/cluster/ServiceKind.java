package io.raftbed.cluster;

/** What stands above the servers of a cluster. */
public sealed interface ServiceKind {

  /**
   * A service of the testbed whose state is the log.
   *
   * @param snapshotEvery it takes a snapshot when (index + 1) % snapshotEvery == 0; 0 for never
   */
  record Log(int snapshotEvery) implements ServiceKind {

    /** One that takes no snapshots. */
    public static final Log WITHOUT_SNAPSHOTS = new Log(0);

    public Log {
      if (snapshotEvery < 0) {
        throw new IllegalArgumentException("Snapshots every " + snapshotEvery + " indexes.");
      }
    }

    boolean snapshots() {
      return snapshotEvery > 0;
    }

    boolean isDueAt(int index) {
      return snapshots() && (index + 1) % snapshotEvery == 0;
    }
  }

  /**
   * A service under test.
   *
   * @param program makes it, at each boot of a server
   */
  record Program(ServiceProgram program) implements ServiceKind {}

  /** Returns what stands above a new boot of a server. */
  default Service above(Testbed testbed, Server server) {
    return switch (this) {
      case Log log -> new LogService(testbed, server, log);
      case Program(ServiceProgram program) -> new ProgramService(testbed, server, program);
    };
  }
}
