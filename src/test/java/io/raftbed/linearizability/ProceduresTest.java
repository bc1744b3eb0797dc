package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.KvVersioned;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import io.raftbed.linearizability.model.SetInput;
import io.raftbed.linearizability.model.SetModel;
import io.raftbed.linearizability.model.SetOutput;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedOutput;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which procedure decides which history, and where none does. */
class ProceduresTest {

  private static final RegisterOutput<Integer> WRITTEN = new RegisterOutput.Written<>();
  private static final RegisterOutput<Integer> MISMATCH = new RegisterOutput.Mismatch<>();
  private static final KvOutput DONE = new KvOutput.Done();

  private static RegisterInput<Integer> cas(int expected, int value) {
    return new RegisterInput.CompareAndSet<>(expected, value);
  }

  private static <I, O> void decides(
      Model<?, I, O> model, TimedHistory<I, O> history, String procedure, String verdict) {
    CheckResult<I, O> result = Checker.of(model).check(history.build());
    assertThat(result.procedure() + ": " + result.verdict().label())
        .isEqualTo(procedure + ": " + verdict);
    assertThat(Checker.of(model).searchOnly().check(history.build()).verdict().label())
        .isEqualTo(verdict);
  }

  @Test
  void compareAndSetsAlongAChain() {
    TimedHistory<RegisterInput<Integer>, RegisterOutput<Integer>> history = History.timed();
    history.ok(1, cas(0, 1), WRITTEN, 0, 9).ok(2, cas(1, 2), WRITTEN, 0, 9);
    history.ok(3, new RegisterInput.Read<>(), new RegisterOutput.Value<>(1), 4, 5);
    decides(new CasRegister<>(0), history, "zones", "linearizable");
    history.ok(4, new RegisterInput.Read<>(), new RegisterOutput.Value<>(0), 6, 7);
    decides(new CasRegister<>(0), history, "zones", "not linearizable");
  }

  @Test
  void compareAndSetsInACircle() {
    TimedHistory<RegisterInput<Integer>, RegisterOutput<Integer>> history = History.timed();
    history.ok(1, cas(1, 2), WRITTEN, 0, 9).ok(2, cas(2, 1), WRITTEN, 0, 9);
    decides(new CasRegister<>(0), history, "zones", "not linearizable");
  }

  @Test
  void anotherWriteStandsBetweenTwoLinksOfAChain() {
    TimedHistory<RegisterInput<Integer>, RegisterOutput<Integer>> history = History.timed();
    history.ok(1, cas(0, 1), WRITTEN, 0, 1);
    history.ok(1, new RegisterInput.Write<>(7), WRITTEN, 2, 3);
    history.ok(1, cas(1, 2), WRITTEN, 4, 5);
    decides(new CasRegister<>(0), history, "zones", "not linearizable");
  }

  @Test
  void aMismatchHasAPlaceOrNot() {
    TimedHistory<RegisterInput<Integer>, RegisterOutput<Integer>> history = History.timed();
    history.ok(1, cas(0, 1), WRITTEN, 0, 5).ok(2, cas(0, 3), MISMATCH, 4, 6);
    decides(new CasRegister<>(0), history, "zones", "linearizable");
    history.ok(3, cas(0, 4), MISMATCH, -5, -4);
    decides(new CasRegister<>(0), history, "zones", "not linearizable");
  }

  @Test
  void aMismatchThatAnUnseenWriteMayExplainIsLeftToTheSearch() {
    TimedHistory<RegisterInput<Integer>, RegisterOutput<Integer>> history = History.timed();
    history.unknown(1, cas(0, 1), 0).ok(2, cas(0, 2), MISMATCH, 1, 2);
    decides(new CasRegister<>(0), history, "search", "linearizable");
  }

  @Test
  void aValueWrittenTwiceIsLeftToTheSearch() {
    TimedHistory<RegisterInput<Integer>, RegisterOutput<Integer>> history = History.timed();
    history.ok(1, cas(0, 1), WRITTEN, 0, 1).ok(1, cas(1, 0), WRITTEN, 2, 3);
    decides(new CasRegister<>(0), history, "search", "linearizable");
  }

  private static VersionedInput put(String value, long version) {
    return new VersionedInput.Put("k", value, version);
  }

  private static final VersionedInput GET = new VersionedInput.Get("k");

  @Test
  void aVersionIsMadeByTheOnePutThatMayHave() {
    TimedHistory<VersionedInput, VersionedOutput> history = History.timed();
    history.unknown(1, put("a", 0), 0).ok(2, put("b", 0), new VersionedOutput.Maybe(), 0, 9);
    history.ok(3, put("c", 1), new VersionedOutput.Done(), 2, 9);
    history.ok(4, GET, new VersionedOutput.Value("b", 1), 3, 4);
    decides(new KvVersioned(), history, "versions", "linearizable");
    history.ok(5, GET, new VersionedOutput.Value("a", 1), 5, 6);
    decides(new KvVersioned(), history, "versions", "not linearizable");
  }

  @Test
  void aVersionDoesNotComeBack() {
    TimedHistory<VersionedInput, VersionedOutput> history = History.timed();
    history.ok(1, put("a", 0), new VersionedOutput.Done(), 0, 1);
    history.ok(1, put("b", 1), new VersionedOutput.Done(), 2, 3);
    history.ok(2, put("c", 1), new VersionedOutput.VersionMismatch(), 2, 4);
    decides(new KvVersioned(), history, "versions", "linearizable");
    history.ok(1, GET, new VersionedOutput.Value("a", 1), 5, 6);
    decides(new KvVersioned(), history, "versions", "not linearizable");
  }

  @Test
  void aMismatchThatAnOpenPutMayExplainIsLeftToTheSearch() {
    TimedHistory<VersionedInput, VersionedOutput> history = History.timed();
    history.ok(1, put("a", 0), new VersionedOutput.Done(), 0, 1).unknown(2, put("b", 1), 2);
    history.ok(1, put("c", 1), new VersionedOutput.VersionMismatch(), 3, 4);
    decides(new KvVersioned(), history, "search", "linearizable");
  }

  private static KvInput append(String more) {
    return new KvInput.Append("k", more);
  }

  private static KvOutput.Value text(String value) {
    return new KvOutput.Value(value);
  }

  @Test
  void aLongestTextShowsTheOrderOfAppends() {
    TimedHistory<KvInput, KvOutput> history = History.timed();
    history.ok(1, append("x1"), DONE, 0, 5).ok(2, append("y2"), DONE, 0, 5);
    history.unknown(3, append("z3"), 1);
    history.ok(4, new KvInput.Get("k"), text("y2x1"), 6, 7);
    history.ok(5, new KvInput.Get("k"), text("y2"), 2, 3);
    decides(new Kv(), history, "appends", "linearizable");
    history.ok(5, new KvInput.Get("k"), text("y2"), 8, 9);
    decides(new Kv(), history, "appends", "not linearizable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x1q", "x1y2x1", "y2y2", "x"})
  void aTextThatNobodyAppendedIsRefused(String seen) {
    TimedHistory<KvInput, KvOutput> history = History.timed();
    history.ok(1, append("x1"), DONE, 0, 5).ok(2, append("y2"), DONE, 0, 5);
    history.ok(4, new KvInput.Get("k"), text(seen), 0, 7);
    decides(new Kv(), history, "appends", "not linearizable");
  }

  @Test
  void aTextThatCanBeCutInTwoWaysIsLeftToTheSearch() {
    TimedHistory<KvInput, KvOutput> history = History.timed();
    history.ok(1, append("a"), DONE, 0, 5).ok(2, append("b"), DONE, 0, 5);
    history.unknown(3, append("ab"), 0).ok(4, new KvInput.Get("k"), text("ab"), 0, 7);
    decides(new Kv(), history, "search", "linearizable");
  }

  @Test
  void elementsOfASetAreDecidedOneByOne() {
    TimedHistory<SetInput<Integer>, SetOutput<Integer>> history = History.timed();
    SetOutput<Integer> yes = new SetOutput.Answer<>(true);
    SetOutput<Integer> no = new SetOutput.Answer<>(false);
    history.ok(1, new SetInput.Add<>(1), yes, 0, 5).ok(2, new SetInput.Contains<>(1), yes, 1, 2);
    history.ok(3, new SetInput.Remove<>(1), new SetOutput.Done<>(), 3, 6);
    history.ok(2, new SetInput.Contains<>(1), no, 7, 8);
    history.ok(4, new SetInput.Add<>(2), new SetOutput.Done<>(), 0, 1);
    decides(new SetModel<>(), history, "members", "linearizable");
    history.ok(2, new SetInput.Contains<>(2), no, 9, 10);
    decides(new SetModel<>(), history, "members", "not linearizable");
  }

  @Test
  void sightsOfAGrowingSetHoldOneAnother() {
    TimedHistory<SetInput<Integer>, SetOutput<Integer>> history = History.timed();
    SetOutput<Integer> done = new SetOutput.Done<>();
    history.ok(1, new SetInput.Add<>(1), done, 0, 5).unknown(2, new SetInput.Add<>(2), 0);
    history.ok(3, new SetInput.Read<>(), new SetOutput.Elements<>(Set.of(2)), 1, 2);
    history.ok(3, new SetInput.Read<>(), new SetOutput.Elements<>(Set.of(1, 2)), 3, 4);
    decides(new SetModel<>(), history, "snapshots", "linearizable");
    history.ok(4, new SetInput.Read<>(), new SetOutput.Elements<>(Set.of(1)), 0, 6);
    decides(new SetModel<>(), history, "snapshots", "not linearizable");
  }
}
