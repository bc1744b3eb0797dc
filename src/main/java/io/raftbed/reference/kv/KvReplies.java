package io.raftbed.reference.kv;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.PutAppendReply;
import java.util.List;

/** Classic: the bytes of the state machine's replies. */
final class KvReplies {

  private static final List<Err> ERRS = List.of(Err.values());

  private KvReplies() {}

  static byte[] found(Utf8Text value) {
    return new Encoder(Byte.BYTES + Integer.BYTES + value.length())
        .putOneOf(ERRS, Err.OK)
        .putText(value)
        .bytes();
  }

  static byte[] noKey() {
    return new Encoder().putOneOf(ERRS, Err.NO_KEY).putString("").bytes();
  }

  static byte[] encode(PutAppendReply reply) {
    return new Encoder().putOneOf(ERRS, reply.err()).bytes();
  }

  static GetReply decodeGet(byte[] bytes) {
    Decoder in = new Decoder("reply", bytes);
    GetReply reply = new GetReply(in.getOneOf(ERRS), in.getString());
    in.end();
    return reply;
  }

  static PutAppendReply decodePutAppend(byte[] bytes) {
    Decoder in = new Decoder("reply", bytes);
    PutAppendReply reply = new PutAppendReply(in.getOneOf(ERRS));
    in.end();
    return reply;
  }
}
