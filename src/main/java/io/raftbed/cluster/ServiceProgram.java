package io.raftbed.cluster;

/** Makes the service above one boot of a server. */
public interface ServiceProgram {

  /** Returns the method that makes the service, as failures print it. */
  String door();

  /**
   * Makes the service and returns without waiting; called on a thread of the server, before it gets
   * requests.
   */
  void boot(ServiceBoot boot);
}
