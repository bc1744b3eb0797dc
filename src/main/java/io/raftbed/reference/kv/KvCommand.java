package io.raftbed.reference.kv;

import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.PutAppendArgs;
import java.util.List;

/** Classic: a command of the state machine. */
sealed interface KvCommand {

  record Get(GetArgs args) implements KvCommand {}

  record PutAppend(PutAppendArgs args) implements KvCommand {}

  /** What the first byte tells. */
  enum Kind {
    GET,
    PUT_APPEND
  }

  List<Kind> KINDS = List.of(Kind.values());

  List<PutAppendArgs.Op> OPS = List.of(PutAppendArgs.Op.values());

  default byte[] encoded() {
    return switch (this) {
      case Get(var args) ->
          new Encoder().putOneOf(KINDS, Kind.GET).putClientString(args.key()).bytes();
      case PutAppend(var args) ->
          new Encoder()
              .putOneOf(KINDS, Kind.PUT_APPEND)
              .putOneOf(OPS, args.op())
              .putClientString(args.key())
              .putClientString(args.value())
              .putLong(args.clientId())
              .putLong(args.sequence())
              .bytes();
    };
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException if the bytes are anything else
   */
  static KvCommand decode(byte[] bytes) {
    Decoder in = new Decoder("command", bytes);
    KvCommand command =
        switch (in.getOneOf(KINDS)) {
          case GET -> new Get(new GetArgs(in.getString()));
          case PUT_APPEND ->
              new PutAppend(
                  new PutAppendArgs(
                      in.getOneOf(OPS),
                      in.getString(),
                      in.getString(),
                      in.getLong(),
                      in.getLong()));
        };
    in.end();
    return command;
  }
}
