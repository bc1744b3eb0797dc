package io.raftbed.reference.kv;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutReply;
import java.util.List;

/** Versioned: the bytes of the state machine's replies. */
final class VersionedReplies {

  private static final List<Err> ERRS = List.of(Err.values());

  private VersionedReplies() {}

  static byte[] encode(VersionedGetReply reply) {
    return new Encoder()
        .putOneOf(ERRS, reply.err())
        .putString(reply.value())
        .putLong(reply.version())
        .bytes();
  }

  static byte[] encode(VersionedPutReply reply) {
    return new Encoder().putOneOf(ERRS, reply.err()).bytes();
  }

  static VersionedGetReply decodeGet(byte[] bytes) {
    Decoder in = new Decoder("reply", bytes);
    VersionedGetReply reply =
        new VersionedGetReply(in.getOneOf(ERRS), in.getString(), in.getLong());
    in.end();
    return reply;
  }

  static VersionedPutReply decodePut(byte[] bytes) {
    Decoder in = new Decoder("reply", bytes);
    VersionedPutReply reply = new VersionedPutReply(in.getOneOf(ERRS));
    in.end();
    return reply;
  }
}
