package io.raftbed.lab.kv;

import io.raftbed.lab.Peer;
import java.util.List;

/** What one client is given. */
public interface ClientEnvironment {

  /** Returns the ends of the network towards all servers, by id. */
  List<Peer> servers();
}
