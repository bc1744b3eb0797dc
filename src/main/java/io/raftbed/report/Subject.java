package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.LogDetail;
import io.raftbed.trace.TraceEvent;
import java.util.OptionalInt;

/**
 * What an event is about. Many events are about the same: a message is sent, arrives, and is sent
 * to others.
 *
 * @param type what the message is; empty where there is none
 * @param text in words
 * @param term the term that it names; {@link #NONE} if it names none
 * @param first the first index of the log that it is about; {@link #NONE} if it is about none
 * @param last the last one
 */
record Subject(String type, String text, int term, int first, int last) {

  /** Stands for no term and no index. */
  static final int NONE = -1;

  static Subject of(TraceEvent event) {
    return switch (event.detail()) {
      case CallDetail message -> of(message, event.kind());
      case LogDetail place ->
          new Subject(
              "",
              Abridged.of(place.toString()),
              place.entryTerm().orElse(NONE),
              place.index(),
              place.index());
      default -> new Subject("", Abridged.of(event.detail().toString()), NONE, NONE, NONE);
    };
  }

  private static Subject of(CallDetail message, EventKind kind) {
    // Why no reply came is no part of the message.
    String text = kind == EventKind.DROP ? message.toString() : message.messageText();
    OptionalInt snapshot = MessageFields.number(message, "lastIncludedIndex");
    OptionalInt previous = MessageFields.number(message, "prevLogIndex");
    int entries = MessageFields.size(message, "entries");
    boolean carries = previous.isPresent() && entries > 0;
    return new Subject(
        message.messageType(),
        Abridged.of(text),
        MessageFields.number(message, "term").orElse(NONE),
        snapshot.orElse(carries ? previous.getAsInt() + 1 : NONE),
        snapshot.orElse(carries ? previous.getAsInt() + entries : NONE));
  }
}
