package io.raftbed.reference.kv;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import io.raftbed.lab.kv.StateMachine;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Classic: keys and values, and for each client the sequence of its last change (Raft paper,
 * section 8; dissertation, section 6.3), so that a change that is tried again takes effect once.
 *
 * <p>The table belongs to the state: all servers hold the same one, and it goes into the snapshot.
 * A client has one change under way at a time, and its reply tells nothing but that it was done, so
 * the last sequence is all there is to keep.
 */
public final class KvStateMachine implements StateMachine {

  private final StateTable<String, Utf8Text> values = new StateTable<>();
  private final StateTable<Long, Long> lastSequences = new StateTable<>();

  @Override
  public byte[] apply(byte[] command) {
    return switch (KvCommand.decode(command)) {
      case KvCommand.Get(var args) -> get(args);
      case KvCommand.PutAppend(var args) -> KvReplies.encode(putAppend(args));
    };
  }

  private byte[] get(GetArgs args) {
    Utf8Text value = values.get(args.key());
    return value == null ? KvReplies.noKey() : KvReplies.found(value);
  }

  private PutAppendReply putAppend(PutAppendArgs args) {
    // Not "==": a request that was held up may arrive after the client's next one.
    boolean duplicate = args.sequence() <= lastSequences.getOrDefault(args.clientId(), 0L);
    if (!duplicate) {
      lastSequences.put(args.clientId(), args.sequence());
      Utf8Text value = Utf8Text.of(args.value());
      switch (args.op()) {
        case PUT -> values.put(args.key(), value);
        case APPEND -> values.merge(args.key(), value, Utf8Text::append);
      }
    }
    return new PutAppendReply(Err.OK);
  }

  @Override
  public byte[] snapshot() {
    Encoder out = new Encoder(aboutSnapshotBytes()).putInt(values.size());
    values.forEach((key, value) -> out.putString(key).putText(value));
    out.putInt(lastSequences.size());
    lastSequences.forEach((clientId, sequence) -> out.putLong(clientId).putLong(sequence));
    return out.bytes();
  }

  /** Exact where every character of a key takes a byte. */
  private int aboutSnapshotBytes() {
    int bytes = 2 * Integer.BYTES + lastSequences.size() * 2 * Long.BYTES;
    for (Map.Entry<String, Utf8Text> entry : values.entrySet()) {
      bytes += 2 * Integer.BYTES + entry.getKey().length() + entry.getValue().length();
    }
    return bytes;
  }

  @Override
  public void restore(byte[] snapshot) {
    values.clear();
    lastSequences.clear();
    Decoder in = new Decoder("snapshot", snapshot);
    for (int left = in.getCount(); left > 0; left--) {
      values.put(in.getString(), Utf8Text.of(in.getString()));
    }
    for (int left = in.getCount(); left > 0; left--) {
      lastSequences.put(in.getLong(), in.getLong());
    }
    in.end();
  }

  @Override
  public OptionalLong stateHash() {
    return OptionalLong.of(31 * values.hashCode() + lastSequences.hashCode());
  }
}
