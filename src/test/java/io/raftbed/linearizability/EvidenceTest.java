package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.Mutex;
import io.raftbed.linearizability.model.Register;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import io.raftbed.report.Golden;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  /** A get that misses an append which had returned, while another append is open. */
  private static History<KvInput, KvOutput> staleGet() {
    EventHistory<KvInput, KvOutput> events = History.events();
    int first = events.call(1, new KvInput.Append("k", "a"));
    int other = events.call(4, new KvInput.Put("j", "z"));
    events.ok(other, new KvOutput.Done());
    events.ok(first, new KvOutput.Done());
    int second = events.call(2, new KvInput.Append("k", "b"));
    events.call(3, new KvInput.Append("k", "c"));
    events.ok(second, new KvOutput.Done());
    int stale = events.call(1, new KvInput.Get("k"));
    events.ok(stale, new KvOutput.Value("a"));
    int later = events.call(1, new KvInput.Get("k"));
    events.ok(later, new KvOutput.Value("ab"));
    return events.build();
  }

  @Test
  void saysWhatHasNoPlaceAndWhy() {
    Evidence<KvInput, KvOutput> evidence = evidence(Checker.of(new Kv()).searchOnly(), staleGet());
    assertThat(evidence.partition().toString()).isEqualTo("Optional[k]");
    assertThat(evidence.blocked().id()).isEqualTo(4);
    assertThat(evidence.isShortest()).isTrue();
    assertThat(evidence.prefix().operations())
        .extracting(Operation::id)
        .containsExactly(0, 2, 3, 4);
    Golden.check("evidence-search", evidence.words(new Kv()));
  }

  @Test
  void namesTheFewOperationsThatSuffice() {
    EventHistory<RegisterInput<Integer>, RegisterOutput<Integer>> events = History.events();
    for (int value = 1; value <= 2; value++) {
      events.ok(
          events.call(value, new RegisterInput.Write<>(value)), new RegisterOutput.Written<>());
    }
    events.ok(events.call(1, new RegisterInput.Read<>()), new RegisterOutput.Value<>(2));
    events.ok(events.call(1, new RegisterInput.Read<>()), new RegisterOutput.Value<>(1));
    Register<Integer> model = new Register<>(0);
    Evidence<RegisterInput<Integer>, RegisterOutput<Integer>> evidence =
        evidence(Checker.of(model), events.build());
    assertThat(evidence.conflict()).extracting(Operation::id).containsExactly(0, 1, 2, 3);
    Golden.check("evidence-zones", evidence.words(model));
  }

  @Test
  void saysWhichOperationCameTooLate() {
    Evidence<KvInput, KvOutput> evidence = evidence(Checker.of(new Kv()), staleGet());
    assertThat(evidence.cause())
        .isEqualTo("operation 4 must come before operation 2, but is called after that has ended");
    assertThat(evidence.conflict()).extracting(Operation::id).containsExactly(0, 2, 4, 5);
    assertThat(evidence.blocked().id()).isEqualTo(4);
  }

  @Test
  void wordsOfALockAreThoseOfItsFiles() {
    EventHistory<Mutex.Action, Mutex.Answer> events = History.events();
    events.ok(events.call(1, Mutex.Action.ACQUIRE), Mutex.Answer.DONE);
    events.ok(events.call(2, Mutex.Action.ACQUIRE), Mutex.Answer.DONE);
    Evidence<Mutex.Action, Mutex.Answer> evidence =
        evidence(Checker.of(new Mutex()), events.build());
    assertThat(evidence.words(new Mutex()))
        .contains("  1  client 2  acquire -> ok  (from 2 to 3)")
        .contains("x  1  client 2  acquire -> ok  (from 2 to 3): the lock is held");
  }

  @Test
  void aViolationIsToldOfWhileOthersAreUnfinished() {
    int[] told = new int[1];
    CheckResult<KvInput, KvOutput> result =
        Checker.<KvInput, KvOutput>of(new Kv())
            .stopAtFirst()
            .onPartition(partition -> told[0]++)
            .check(staleGet());
    assertThat(result.verdict().label()).isEqualTo("not linearizable");
    assertThat(result.partitions()).hasSize(1);
    assertThat(told[0]).isEqualTo(1);
  }

  private static <I, O> Evidence<I, O> evidence(Checker<I, O> checker, History<I, O> history) {
    Verdict<I, O> verdict = checker.check(history).verdict();
    assertThat(verdict).isInstanceOf(Verdict.NotLinearizable.class);
    return ((Verdict.NotLinearizable<I, O>) verdict).evidence();
  }
}
