package io.raftbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.scenario.format.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema for editors and the page for readers say what the reader takes. */
class ScenarioWordsTest {

  @Test
  void theSchemaIsThatOfTheReader() throws IOException {
    same(Path.of("sim-scenarios/scenario.schema.json"), Schema.of(Scenario.class));
  }

  @Test
  void thePageTellsAllWords() throws IOException {
    same(Path.of("docs/scenario-words.md"), ScenarioWordsPage.text());
  }

  private static void same(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("scenarios.write")) {
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("rewrite it with -Dscenarios.write=true when the change is meant")
        .content()
        .isEqualTo(expected);
  }
}
