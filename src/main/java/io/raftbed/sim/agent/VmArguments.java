package io.raftbed.sim.agent;

import java.lang.invoke.MethodType;

/** What the JVM was started with, its options in environment variables included. */
final class VmArguments {

  private VmArguments() {}

  /** As RuntimeMXBean gives them, without the cost of loading the management classes. */
  static String[] get() {
    try {
      Class<?> vm = Class.forName("jdk.internal.misc.VM");
      Object arguments =
          TrustedLookup.get()
              .findStatic(vm, "getRuntimeArguments", MethodType.methodType(String[].class))
              .invoke();
      return arguments == null ? new String[0] : (String[]) arguments; // null: there were none
    } catch (Throwable e) {
      throw new UnsupportedJdkException("this JDK does not tell its arguments: " + e);
    }
  }
}
