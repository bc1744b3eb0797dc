package io.raftbed.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageInfoTest {

  private static final Path ROOT = Production.SOURCES.resolve(Floors.ROOT.replace('.', '/'));
  private static final Pattern USES =
      Pattern.compile("<p>(?:This package u|U)ses(.*?)\\.\\s*\\*", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");

  static List<String> packages() {
    return Production.javaFiles(ROOT).stream()
        .map(file -> ROOT.relativize(file).resolve("..").normalize())
        .map(folder -> folder.toString().replace('/', '.'))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageInfoSaysWhatTheFloorsSay(String name) throws IOException {
    String info = Files.readString(ROOT.resolve(name.replace('.', '/'), "package-info.java"));
    assertThat(info).contains("@NullMarked");
    Matcher uses = USES.matcher(info);
    assertThat(uses.find()).as("%s has a paragraph 'Uses ...'", name).isTrue();
    if (Floors.isDoor(name)) {
      assertThat(uses.group()).contains("{@code everything below}");
    } else if (Floors.mayUse(name).isEmpty()) {
      assertThat(uses.group()).contains("nothing else of Raftbed");
    } else {
      assertThat(named(uses.group())).isEqualTo(Floors.mayUse(name));
    }
  }

  private static Set<String> named(String text) {
    Stream<MatchResult> code = CODE.matcher(text).results();
    return code.flatMap(match -> Pattern.compile(",\\s*").splitAsStream(match.group(1)))
        .collect(Collectors.toSet());
  }
}
