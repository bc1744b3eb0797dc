package io.raftbed.sim.agent;

/** The JDK that runs is not one that a simulation can run on. */
public final class UnsupportedJdkException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  UnsupportedJdkException(String reason) {
    super(reason + "; this is " + Runtime.version() + ": get Temurin 25 at adoptium.net");
  }
}
