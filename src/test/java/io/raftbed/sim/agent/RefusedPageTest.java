package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.agent.RefusalRules.Rule;
import io.raftbed.sim.agent.RefusalRules.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that lists what is refused says what the rules say. */
class RefusedPageTest {

  private static final Path PAGE = Path.of("docs", "refused.md");

  private static final String OPENING =
      """
      # What a server must not use

      All of it is found as classes load, and named with file and line before the first run; what is
      reached by reflection, when it is reached. Every test then fails with the verdict `refused api`.
      In libraries that a server brings, only what is reached counts. Exceptions and errors of refused
      packages may be used.

      """;

  @Test
  void thePageListsTheRules() throws IOException {
    if (Boolean.getBoolean("refused.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE)
        .as("rewrite it with -Drefused.write=true when the change is meant")
        .hasContent(page());
  }

  private static String page() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Rule rule : RefusalRules.all()) {
      rows.computeIfAbsent(rule.instead(), _ -> new ArrayList<>()).add(names(rule));
    }
    return rows.entrySet().stream()
        .map(row -> row(String.join("; ", row.getValue()), row.getKey()))
        .collect(
            Collectors.joining("", OPENING + "| refused | why | instead |\n|---|---|---|\n", ""));
  }

  private static String row(String what, String instead) {
    int end = instead.indexOf("; ");
    return "| %s | %s | %s |\n"
        .formatted(what, instead.substring(0, end), instead.substring(end + 2));
  }

  private static String names(Rule rule) {
    return switch (rule.scope()) {
      case WORDS -> String.join("; ", rule.names());
      case CLASSES -> code(rule.names());
      case MEMBERS -> code(rule.names().stream().map(name -> member(rule.owner(), name)).toList());
      case CONSTRUCTORS ->
          code(rule.names().stream().map(name -> constructor(rule.owner(), name)).toList());
      case PACKAGES -> "all of " + code(rule.names()) + but(rule.names());
    };
  }

  private static String member(String owner, String name) {
    String type = Names.simple(owner);
    return name.equals("<init>") ? "new " + type : type + "." + name;
  }

  private static String constructor(String owner, String firstParameter) {
    return Refusals.constructor(Names.simple(owner), firstParameter);
  }

  private static String but(List<String> packages) {
    List<String> pure =
        RefusalRules.PURE.stream()
            .filter(name -> packages.contains(Names.packageOf(name)))
            .toList();
    return pure.isEmpty() ? "" : " (but " + code(pure.stream().map(Names::simple).toList()) + ")";
  }

  private static String code(List<String> names) {
    return names.stream()
        .map(name -> "`" + name.replace('/', '.') + "`")
        .collect(Collectors.joining(", "));
  }

  @Test
  void everyRuleSaysWhyAndWhatInstead() {
    assertThat(RefusalRules.all()).hasSizeGreaterThan(30);
    assertThat(RefusalRules.all())
        .allSatisfy(rule -> {
          assertThat(rule.instead()).contains("; ");
          assertThat(rule.names()).isNotEmpty();
          boolean hasOwner = rule.scope() == Scope.MEMBERS || rule.scope() == Scope.CONSTRUCTORS;
          assertThat(rule.owner().isEmpty()).isEqualTo(!hasOwner);
        });
  }
}
