package io.raftbed.reference.kv;

import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedPutArgs;
import java.util.List;

/** Versioned: a command of the state machine. */
sealed interface VersionedCommand {

  record Get(VersionedGetArgs args) implements VersionedCommand {}

  record Put(VersionedPutArgs args) implements VersionedCommand {}

  /** What the first byte tells. */
  enum Kind {
    GET,
    PUT
  }

  List<Kind> KINDS = List.of(Kind.values());

  default byte[] encoded() {
    return switch (this) {
      case Get(var args) ->
          new Encoder().putOneOf(KINDS, Kind.GET).putClientString(args.key()).bytes();
      case Put(var args) ->
          new Encoder()
              .putOneOf(KINDS, Kind.PUT)
              .putClientString(args.key())
              .putClientString(args.value())
              .putLong(args.version())
              .bytes();
    };
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException if the bytes are anything else
   */
  static VersionedCommand decode(byte[] bytes) {
    Decoder in = new Decoder("command", bytes);
    VersionedCommand command =
        switch (in.getOneOf(KINDS)) {
          case GET -> new Get(new VersionedGetArgs(in.getString()));
          case PUT -> new Put(new VersionedPutArgs(in.getString(), in.getString(), in.getLong()));
        };
    in.end();
    return command;
  }
}
