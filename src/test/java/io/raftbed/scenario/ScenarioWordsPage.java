package io.raftbed.scenario;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import io.raftbed.scenario.format.WordsPage;

/** Writes docs/scenario-words.md. */
final class ScenarioWordsPage {

  private static final ImmutableMap<Class<?>, String> TITLES =
      ImmutableMap.of(
          LogAction.class, "Who leads, and commands",
          ServerAction.class, "Servers",
          MemberAction.class, "Members",
          LinkAction.class, "Links",
          MessageAction.class, "Single messages",
          MachineAction.class, "Clocks, disks, services",
          ClientAction.class, "Clients of a key/value service",
          LimitAction.class, "What servers keep",
          ScriptAction.class, "The script itself");

  private ScenarioWordsPage() {}

  static String text() {
    WordsPage page = new WordsPage();
    page.add(
        "# The words of scenarios",
        "",
        "What a scenario file may say; [scenarios.md](scenarios.md) shows how. This page is made of"
            + " the code that",
        "reads the files, as is `sim-scenarios/scenario.schema.json` for editors:",
        "",
        "```",
        "mvn -B test -Dtest=ScenarioWordsTest -Dscenarios.write=true",
        "```",
        "",
        "Where only the first of several keys is needed, its value may stand alone: `crash: A` is"
            + " `crash: {servers: A}`.",
        "A word that needs nothing stands alone, too: `- heal`.",
        "",
        "## The file",
        "");
    page.keys(Scenario.class);
    page.add("## A step", "", "A step does one thing; beside it may stand, when:", "");
    page.keys(Step.class);
    for (Class<?> actions : Action.class.getPermittedSubclasses()) {
      page.add("## " + checkNotNull(TITLES.get(actions), "%s has no title", actions), "");
      page.choices(actions);
    }
    page.add("## Conditions", "", "For `when` and `expect`.", "");
    page.choices(Condition.class);
    page.add("## Messages", "", "Which messages a step means:", "");
    page.keys(Messages.class);
    page.add(
        "## Servers and times",
        "",
        "A target is " + Target.MEANING + ".",
        "",
        "A time is " + Time.MEANING + ".");
    return String.join("\n", page.lines()) + "\n";
  }
}
