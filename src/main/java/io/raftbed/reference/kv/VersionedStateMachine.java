package io.raftbed.reference.kv;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.StateMachine;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;
import java.util.OptionalLong;

/**
 * Versioned: keys with a value and a version each. It keeps nothing about clients: a Put that
 * arrives again finds its version gone.
 */
public final class VersionedStateMachine implements StateMachine {

  /** What a key that is not there stands at. */
  private static final Versioned ABSENT = new Versioned("", 0);

  private final StateTable<String, Versioned> entries = new StateTable<>();

  @Override
  public byte[] apply(byte[] command) {
    return switch (VersionedCommand.decode(command)) {
      case VersionedCommand.Get(var args) -> VersionedReplies.encode(get(args));
      case VersionedCommand.Put(var args) ->
          VersionedReplies.encode(new VersionedPutReply(put(args)));
    };
  }

  private VersionedGetReply get(VersionedGetArgs args) {
    Versioned entry = entries.getOrDefault(args.key(), ABSENT);
    Err err = entry.version() == 0 ? Err.NO_KEY : Err.OK;
    return new VersionedGetReply(err, entry.value(), entry.version());
  }

  private Err put(VersionedPutArgs args) {
    long version = entries.getOrDefault(args.key(), ABSENT).version();
    if (args.version() != version) {
      return version == 0 ? Err.NO_KEY : Err.VERSION_MISMATCH;
    }
    entries.put(args.key(), new Versioned(args.value(), version + 1));
    return Err.OK;
  }

  @Override
  public byte[] snapshot() {
    Encoder out = new Encoder().putInt(entries.size());
    entries.forEach(
        (key, entry) -> out.putString(key).putString(entry.value()).putLong(entry.version()));
    return out.bytes();
  }

  @Override
  public void restore(byte[] snapshot) {
    entries.clear();
    Decoder in = new Decoder("snapshot", snapshot);
    for (int left = in.getCount(); left > 0; left--) {
      entries.put(in.getString(), new Versioned(in.getString(), in.getLong()));
    }
    in.end();
  }

  @Override
  public OptionalLong stateHash() {
    return OptionalLong.of(entries.hashCode());
  }
}
