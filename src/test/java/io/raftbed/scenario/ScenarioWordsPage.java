package io.raftbed.scenario;

import io.raftbed.scenario.format.WordsPage;

/** Writes docs/scenario-words.md. */
final class ScenarioWordsPage {
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
    group(page, "Who leads, and commands", LogAction.class);
    group(page, "Servers", ServerAction.class);
    group(page, "Links", LinkAction.class);
    group(page, "Single messages", MessageAction.class);
    group(page, "Clocks, disks, services", MachineAction.class);
    group(page, "Clients of a key/value service", ClientAction.class);
    group(page, "The script itself", ScriptAction.class);
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

  private static void group(WordsPage page, String title, Class<?> actions) {
    page.add("## " + title, "");
    page.choices(actions);
  }
}
