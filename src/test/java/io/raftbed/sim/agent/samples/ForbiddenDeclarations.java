package io.raftbed.sim.agent.samples;

/** Declares what a replica must not. */
public class ForbiddenDeclarations {
  public native void callsC();

  @Override
  @SuppressWarnings({"deprecation", "removal", "Finalize"})
  protected void finalize() {
    Thread.yield();
  }
}
