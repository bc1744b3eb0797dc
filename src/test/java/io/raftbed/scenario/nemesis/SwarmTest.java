package io.raftbed.scenario.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.scenario.MemberAction;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.scenario.ScenarioTests;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.format.Parts;
import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.scenario.format.Smaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwarmTest {

  private static final Nemeses ALL = Nemeses.all();

  @ParameterizedTest
  @EnumSource
  void whatIsDrawnCanRun(ServiceOption service) {
    LongStream.rangeClosed(1, 300)
        .mapToObj(seed -> Swarm.draw(ALL, service, seed))
        .forEach(scenario -> assertThat(ScenarioTests.of("drawn", scenario)).isNotNull());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDrawnCanBeWrittenAndRead(ServiceOption service, @TempDir Path folder)
      throws IOException {
    for (long seed = 1; seed <= 50; seed++) {
      Scenario scenario = Swarm.draw(ALL, service, seed);
      Path file = Files.writeString(folder.resolve("a.yaml"), RecordWriter.write(scenario));
      assertThat(ScenarioFiles.read(file)).isEqualTo(scenario);
    }
  }

  @Test
  void membersChangeOnlyWhereANemesisDoesIt() {
    Nemeses fixed = ALL.withoutChangesOfMembers();
    for (long seed = 1; seed <= 20; seed++) {
      Scenario changing = Swarm.draw(ALL, ServiceOption.LOG, seed);
      assertThat(changing.founders())
          .hasValueSatisfying(n -> assertThat(n).isLessThan(changing.size()));
      Scenario other = Swarm.draw(fixed, ServiceOption.LOG, seed);
      assertThat(other.founders()).isEmpty();
      assertThat(Parts.of(other.steps(), MemberAction.class)).isEmpty();
    }
  }

  /** What is shrunk must be readable at each step. */
  @Test
  void whateverIsLeftOutOfItCanBeWrittenAndRead(@TempDir Path folder) throws IOException {
    Smaller smaller = new Smaller(value -> Stream.of());
    Path file = folder.resolve("a.yaml");
    int tried = 0;
    for (long seed = 1; seed <= 6; seed++) {
      List<Record> candidates = smaller.of(Swarm.draw(ALL, ServiceOption.LOG, seed)).toList();
      for (Record candidate : candidates) {
        if (canRun((Scenario) candidate)) {
          Files.writeString(file, RecordWriter.write(candidate));
          assertThat(ScenarioFiles.read(file)).isEqualTo(candidate);
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(200);
  }

  private static boolean canRun(Scenario scenario) {
    try {
      ScenarioTests.of("smaller", scenario);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @Test
  void aSeedDrawsOneScenarioAndOthersDrawOthers() {
    List<Scenario> drawn = draw(20);
    assertThat(draw(20)).isEqualTo(drawn);
    assertThat(drawn.stream().map(Scenario::steps)).doesNotHaveDuplicates();
  }

  private static List<Scenario> draw(int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> Swarm.draw(ALL, ServiceOption.LOG, seed))
        .toList();
  }

  @Test
  void everyNemesisIsDrawnAndSomeScenariosLackIt() {
    List<String> drawn = LongStream.rangeClosed(1, 200).mapToObj(this::names).toList();
    for (Nemesis nemesis : ALL.nemeses()) {
      assertThat(drawn)
          .anyMatch(names -> names.contains(nemesis.name()))
          .anyMatch(names -> !names.contains(nemesis.name()));
    }
  }

  private String names(long seed) {
    return Swarm.draw(ALL, ServiceOption.LOG, seed).about();
  }

  @Test
  void inTheEndAMajorityMustGoOn() {
    List<Step> steps = Swarm.draw(ALL, ServiceOption.KV, 1).steps();
    assertThat(steps.subList(steps.size() - 3, steps.size()).stream().map(RecordWriter::line))
        .containsExactly("keep-majority", "{put: c1}", "{finish: c1}");
  }

  @Test
  void clientsTakeThePlaceOfCommands() {
    assertThat(Parts.of(Swarm.draw(ALL, ServiceOption.KV, 3)).map(Object::getClass))
        .noneMatch(type -> type.getName().contains("LogAction"));
  }

  @Test
  void anUnknownNemesisIsNamedWithItsNearest() {
    assertThat(ALL.named(List.of("ring", "split")).nemeses()).hasSize(2);
    assertThatThrownBy(() -> ALL.named(List.of("rign")))
        .hasMessageStartingWith("there is no nemesis \"rign\"; did you mean ring? There are: ");
  }
}
