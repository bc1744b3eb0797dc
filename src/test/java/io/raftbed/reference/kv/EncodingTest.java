package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingTest {

  private static final String TEXT = "käse \u20AC \uD83D\uDE00 \uFFFD";

  private static Arguments whole(Object value, byte[] bytes, Function<byte[], Object> decode) {
    return Arguments.of(value, bytes, decode);
  }

  private static Arguments command(KvCommand command) {
    return whole(command, command.encoded(), KvCommand::decode);
  }

  private static Arguments command(VersionedCommand command) {
    return whole(command, command.encoded(), VersionedCommand::decode);
  }

  static Stream<Arguments> messages() {
    GetReply found = new GetReply(Err.OK, TEXT);
    GetReply noKey = new GetReply(Err.NO_KEY, "");
    PutAppendReply change = new PutAppendReply(Err.OK);
    VersionedGetReply versionedGet = new VersionedGetReply(Err.OK, TEXT, Long.MAX_VALUE);
    VersionedPutReply versionedPut = new VersionedPutReply(Err.VERSION_MISMATCH);
    return Stream.of(
        command(new KvCommand.Get(new GetArgs(TEXT))),
        command(
            new KvCommand.PutAppend(
                new PutAppendArgs(PutAppendArgs.Op.PUT, "", TEXT, Long.MIN_VALUE, 1))),
        command(
            new KvCommand.PutAppend(
                new PutAppendArgs(PutAppendArgs.Op.APPEND, TEXT, "x".repeat(100_000), -1, 7))),
        command(new VersionedCommand.Get(new VersionedGetArgs(TEXT))),
        command(new VersionedCommand.Put(new VersionedPutArgs("k", TEXT, 3))),
        whole(found, KvReplies.found(Utf8Text.of(TEXT)), KvReplies::decodeGet),
        whole(noKey, KvReplies.noKey(), KvReplies::decodeGet),
        whole(change, KvReplies.encode(change), KvReplies::decodePutAppend),
        whole(versionedGet, VersionedReplies.encode(versionedGet), VersionedReplies::decodeGet),
        whole(versionedPut, VersionedReplies.encode(versionedPut), VersionedReplies::decodePut));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void comesBackAsItWas(Object value, byte[] bytes, Function<byte[], Object> decode) {
    assertThat(decode.apply(bytes)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesWhatEndsTooEarlyOrTooLate(
      Object value, byte[] bytes, Function<byte[], Object> decode) {
    for (int length = 0; length < Math.min(bytes.length, 100); length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException()
          .as("first %d bytes of %s", length, value)
          .isThrownBy(() -> decode.apply(part))
          .withMessageEndingWith("ends too early");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode.apply(Arrays.copyOf(bytes, bytes.length + 2)))
        .withMessageEndingWith("has 2 bytes after its end");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesAnUnknownKind(Object value, byte[] bytes, Function<byte[], Object> decode) {
    for (byte kind : new byte[] {4, -1}) {
      byte[] other = bytes.clone();
      other[0] = kind;
      assertThatIllegalArgumentException()
          .as("%s", value)
          .isThrownBy(() -> decode.apply(other))
          .withMessageContaining("has a " + kind + " where one of [");
    }
  }

  @Test
  void anOperationComesBackAsItWas() {
    byte[] bytes = new Operation(-7, new byte[] {1, 2}).encoded();
    Operation operation = Operation.decode(bytes);
    assertThat(operation.id()).isEqualTo(-7);
    assertThat(operation.command()).containsExactly(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operation.decode(new byte[0]))
        .withMessage("the log entry ends too early");
  }

  @Test
  void refusesALengthThatCannotBe() {
    for (int length : new int[] {-1, Integer.MAX_VALUE}) {
      byte[] bytes = new Encoder().putInt(length).bytes();
      assertThatIllegalArgumentException().isThrownBy(() -> new Decoder("it", bytes).getBytes());
    }
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] bytes = new Encoder().putBytes(new byte[] {'a', (byte) 0xC3}).bytes();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Decoder("it", bytes).getString())
        .withMessage("the it has a text that is not UTF-8");
  }

  @Test
  void refusesATextThatWouldComeBackAsAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Encoder().putClientString("a\uD83D"))
        .withMessage("a text has half of a surrogate pair");
  }
}
