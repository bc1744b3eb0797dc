package io.raftbed.report;

import io.raftbed.linearizability.Annotation;
import io.raftbed.linearizability.Checker;
import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.TimedHistory;
import io.raftbed.linearizability.Verdict;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/** Histories of a key/value store as pages. */
final class SampleHistories {

  static final Model<?, KvInput, KvOutput> MODEL = new Kv();

  /** Text that would end the script or start markup if it were not escaped. */
  static final String HOSTILE = "</script><!--<b>&\"\\\u2028é";

  private SampleHistories() {}

  /** Two keys, all outcomes, notes, and a read of x that misses what was written before. */
  static History<KvInput, KvOutput> staleRead() {
    TimedHistory<KvInput, KvOutput> history = History.timed();
    history.ok(0, new KvInput.Put("x", "1"), done(), 100, 240);
    history.ok(1, new KvInput.Get("x"), new KvOutput.Value("1"), 150, 300);
    history.failed(2, new KvInput.Append("x", "2"), 160, 410);
    history.unknown(3, new KvInput.Append("y", HOSTILE), 200);
    history.ok(1, new KvInput.Append("x", "3"), done(), 320, 460);
    history.add(0, new KvInput.Append("x", "4"), new Outcome.Unknown<>(), 330, 520);
    history.ok(2, new KvInput.Get("y"), new KvOutput.Value(HOSTILE), 430, 610);
    history.ok(1, new KvInput.Get("x"), new KvOutput.Value("1"), 540, 700);
    history.ok(2, new KvInput.Get("x"), new KvOutput.Value("134"), 720, 900);
    history.annotate(new Annotation("network", 310, 560, "cut 2 | 0 1", "node 2 alone"));
    history.annotate(new Annotation("2", 615, 615, "restart", ""));
    return history.build();
  }

  /**
   * Operations by turns of some clients on one key, each concurrent with some others.
   *
   * @param clients at least 9, so that none calls before it was answered
   * @param isLegal false: a read half way sees a value that nobody wrote
   */
  static History<KvInput, KvOutput> many(int count, int clients, boolean isLegal) {
    Random random = new Random(7);
    TimedHistory<KvInput, KvOutput> history = History.timed();
    long[] free = new long[clients];
    String value = "";
    for (int i = 0; i < count; i++) {
      int client = i % clients;
      long effect = 10L * i;
      long call = Math.max(free[client], effect - random.nextInt(40));
      free[client] = effect + 5 + random.nextInt(40);
      if (i % 10 == 0) {
        value = Integer.toString(i);
        history.ok(client, new KvInput.Put("x", value), done(), call, free[client]);
      } else {
        String seen = isLegal || i != count / 2 + 1 ? value : "lost";
        history.ok(client, new KvInput.Get("x"), new KvOutput.Value(seen), call, free[client]);
      }
    }
    return history.build();
  }

  static String page(String title, History<KvInput, KvOutput> history) {
    return page(title, history, Checker.of(MODEL).check(history).verdict());
  }

  static String page(
      String title, History<KvInput, KvOutput> history, Verdict<KvInput, KvOutput> verdict) {
    StringBuilder page = new StringBuilder();
    try {
      HistoryPage.write(page, title, MODEL, history, verdict);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private static KvOutput done() {
    return new KvOutput.Done();
  }
}
