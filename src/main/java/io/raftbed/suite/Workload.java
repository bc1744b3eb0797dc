package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import java.util.function.BooleanSupplier;

/** What clients do in the generic run, and what must have come of it. */
interface Workload {

  /** Works with a new clerk, on a thread of the client, until told to stop. */
  void work(ClientNode client, BooleanSupplier stopped);

  /** Returns whether clients go on after a crash in their midst, beside the one in the end. */
  boolean goesOnAfterCrash();

  /** Checks what came of it, when all clients have stopped; on a thread of another client. */
  void check(ClientNode client);
}
