import static org.junit.jupiter.api.Assertions.fail;

import io.raftbed.sim.Programs;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs suites on MyRaft, each test with one seed. */
class MyRaftTest {
  private static final long SEED = 1;

  /** Add 3B, 3C and 3D as you get there. */
  static Stream<String> tests() {
    return Stream.of("3A").flatMap(suite -> Suites.find(suite).stream()).map(SuiteTest::id);
  }

  @BeforeAll
  static void load() {
    explain(Programs.load(MyRaft.class), "docs: what a server must not use");
  }

  @ParameterizedTest
  @MethodSource("tests")
  void passes(String test) {
    Verdict verdict =
        SuiteRunner.run(
                Suites.find(test).getFirst(),
                MyRaft::new,
                SEED,
                new ScheduleKind.Random(),
                TraceSink.NONE)
            .outcome()
            .verdict();
    explain(verdict, "see the events before it: ./raftbed run " + test + " --seed " + SEED);
  }

  private static void explain(Verdict verdict, String next) {
    if (verdict instanceof Verdict.Fail failure) {
      fail(failure.kind().label() + ": " + String.join("\n  ", failure.lines()) + "\n  " + next);
    }
  }
}
