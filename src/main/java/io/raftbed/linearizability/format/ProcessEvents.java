package io.raftbed.linearizability.format;

import java.util.function.Consumer;

/** Events in the order they happened, made one by one: a long history is never held as events. */
@FunctionalInterface
interface ProcessEvents {

  /** Hands each event over. */
  void forEach(Consumer<ProcessEvent> sink);
}
