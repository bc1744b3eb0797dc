package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.TraceSink;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scene that does not come to what it is about finds nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KvScenesReachedTest {

  private static final int SEEDS = 3;
  private static final double OFTEN = 0.75;
  private static final Pattern NOTE =
      Pattern.compile("came to its situation (\\d+) of (\\d+) times");

  private Implementation reference =
      Implementation.of(environment -> {
        throw new IllegalStateException("not compiled");
      });

  @BeforeAll
  void compileReference() {
    reference = KvVariantCompiler.compile(List.of());
  }

  static Stream<SuiteTest> scenes() {
    return Stream.concat(Suites.find("4A+").stream(), Suites.find("4B+").stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenes")
  void theReferenceComesToTheSituation(SuiteTest test) {
    int reached = 0;
    int rounds = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Matcher note = NOTE.matcher(String.join("\n", notes(test, seed)));
      assertThat(note.find()).as("it counts").isTrue();
      reached += Integer.parseInt(note.group(1));
      rounds += Integer.parseInt(note.group(2));
    }
    assertThat((double) reached / rounds).isGreaterThanOrEqualTo(OFTEN);
  }

  private List<String> notes(SuiteTest test, long seed) {
    TestResult result =
        SuiteRunner.run(
            test, reference, new SuiteRunner.Run(seed, new ScheduleKind.Random(), TraceSink.NONE));
    return result.notes();
  }
}
