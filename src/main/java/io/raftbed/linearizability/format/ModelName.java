package io.raftbed.linearizability.format;

import java.util.Arrays;
import java.util.Optional;

/** The models that histories in files can be of. */
public enum ModelName {
  REGISTER("register"),
  CAS_REGISTER("cas-register"),
  MULTI_REGISTER("multi-register"),
  KV("kv"),
  KV_VERSIONED("kv-versioned"),
  SET("set"),
  QUEUE("queue"),
  STACK("stack"),
  MUTEX("mutex"),
  COUNTER("counter");

  private final String label;

  ModelName(String label) {
    this.label = label;
  }

  /** Returns the model as the command line and files have it. */
  public String label() {
    return label;
  }

  /** Returns the model of that label. */
  public static Optional<ModelName> of(String label) {
    return Arrays.stream(values()).filter(model -> model.label.equals(label)).findFirst();
  }

  /** Returns all labels, with commas between. */
  public static String labels() {
    return String.join(", ", Arrays.stream(values()).map(ModelName::label).toList());
  }
}
