package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

  private static final Path HISTORIES = Path.of("src/test/resources/histories");
  private static final String YES = HISTORIES.resolve("register.edn").toString();
  private static final String NO = HISTORIES.resolve("read-of-nil.log").toString();

  @TempDir private Path folder;

  private static Session check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Session.of(FakeExecutor.passing(), all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aLinearizableHistoryIsOneLineAndASummary() {
    Session session = check(YES);
    assertThat(session.exitCode()).isZero();
    assertThat(session.err()).isEmpty();
    assertThat(session.out()).hasSize(2);
    assertThat(session.out().getFirst())
        .startsWith("linearizable      " + YES + ": cas-register, 4 operations, ")
        .contains("1 partition, ");
    assertThat(session.out().getLast())
        .startsWith("1 file in ")
        .endsWith(": 1 linearizable, 0 not linearizable, 0 unknown");
  }

  @Test
  void aViolationComesWithItsReason() {
    Session session = check(NO, YES);
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out().getFirst()).startsWith("not linearizable  " + NO);
    assertThat(session.out()).anyMatch(line -> line.strip().startsWith("shortest failing prefix"));
    assertThat(session.out()).noneMatch(line -> line.contains("next can be"));
    assertThat(check(NO, "-v").out()).anyMatch(line -> line.contains("next can be"));
    assertThat(session.out().getLast()).contains(": 1 linearizable, 1 not linearizable");
  }

  @Test
  void aFolderIsCheckedInOrderAndSaysWhatItSkipped() {
    Session session = check(HISTORIES.toString());
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).isEmpty();
    List<String> files =
        session.out().stream()
            .filter(line -> line.contains("linearizable  ") && line.contains(": "))
            .map(line -> line.substring(18, line.indexOf(": ")))
            .toList();
    assertThat(files).isSorted().hasSize(9);
    assertThat(session.out())
        .contains("skipped 1 file without a history: " + HISTORIES.resolve("manifest.tsv"));
  }

  @Test
  void onlyOneFormatOfAFolderMayBeAskedFor() {
    Session session = check(HISTORIES.toString(), "--format", "popl-log");
    assertThat(session.out().getLast()).startsWith("2 files in ");
  }

  @Test
  void theResultsAreDataToo() throws IOException {
    Path out = folder.resolve("out.json");
    check(NO, YES, "--json", out.toString());
    assertThat(Files.readString(out).replaceAll("[0-9]+", "0"))
        .isEqualTo(
            """
            [
            {"file":"%s","model":"cas-register","verdict":"not linearizable","operations":0,"clients":0,"partitions":0,"procedure":"zones","steps":0,"millis":0}
            ,{"file":"%s","model":"cas-register","verdict":"linearizable","operations":0,"clients":0,"partitions":0,"procedure":"zones","steps":0,"millis":0}]
            """
                .formatted(NO, YES));
  }

  @Test
  void whatCouldNotBeCheckedIsDataToo() throws IOException {
    Path out = folder.resolve("out.json");
    String bad = file("bad", "[{:process 1 :type :invoke");
    Path empty = Files.createDirectory(folder.resolve("none"));
    Session session = check(bad, empty.toString(), "--json", out.toString());
    assertThat(session.err()).hasSize(2);
    assertThat(Files.readString(out))
        .isEqualTo(
            """
            [
            {"file":"%2$s","error":"%2$s: has no history among 0 files; formats are told by content, or by --format"}
            ,{"file":"%1$s","error":"%1$s:1: expected '}' for the bracket opened here, found the end of the text"}]
            """
                .formatted(bad, empty));
  }

  @Test
  void pagesAreWrittenForOneFileOrForMany() throws IOException {
    Path page = folder.resolve("page.html");
    Session one = check(NO, "--html", page.toString());
    assertThat(one.exitCode()).isEqualTo(1);
    assertThat(one.out()).contains("    page: " + page);
    assertThat(Files.readString(page)).contains("read-of-nil.log");
    Path pages = folder.resolve("pages");
    check(NO, YES, NO, "--html", pages.toString());
    try (Stream<Path> written = Files.list(pages)) {
      assertThat(written.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "read-of-nil.log.html", "read-of-nil.log-2.html", "register.edn.html");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                          | : expected a history, found an empty file",
        "` \n\n`                     | : expected a history, found an empty file",
        "no history                  | : expected a history in one of the formats json,"
            + " jepsen-log,",
        "`[{:process 1 :type :invoke`| :1: expected '}' for the bracket opened here",
        "`[{:process 1, :type :invoke, :f :add, :value 1}]`"
            + " | :1: the operation add fits several models; name one with --model",
        "`INFO  jepsen.util - 1\t:invoke\t:re`"
            + " | :1: expected process, :type, :operation and value",
        "`# @object heap\n[1] call push(1)` | :1: expected a comment '# @object queue' or",
        "`{\"operations\":[]}`       | :1: expected either \"operations\" or \"events\"",
      })
  void badInputIsOneLineAndTheOthersAreStillChecked(String text, String complaint)
      throws IOException {
    String bad = file("bad", text);
    Session session = check(bad, YES);
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).hasSize(1);
    assertThat(session.err().getFirst()).startsWith("raftbed: " + bad + complaint.strip());
    assertThat(session.out()).hasSize(2);
    assertThat(session.out().getLast()).endsWith("0 unknown; 1 could not be checked");
  }

  @Test
  void binaryAndMissingFilesAreOneLineEach() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {'{', 0, 1, 2});
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'{', (byte) 0xe4, '}'});
    Session session = check(binary.toString(), latin.toString(), "/nowhere/x.edn");
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .containsExactly(
            "raftbed: " + binary + ": expected a text, found binary data",
            "raftbed: " + latin + ": expected a text in UTF-8, found other bytes",
            "raftbed: /nowhere/x.edn: there is no such file");
  }

  @Test
  void aFolderWithoutHistoriesIsBadInput() throws IOException {
    file("notes.txt", "nothing");
    Session session = check(folder.toString());
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err().getFirst()).contains(": has no history among 1 file;");
  }

  @Test
  void theModelMayBeForced() throws IOException {
    String queue =
        file(
            "queue.edn",
            """
            [{:process 1, :type :invoke, :f :push, :value 1} {:process 1, :type :ok, :f :push}
             {:process 1, :type :invoke, :f :push, :value 2} {:process 1, :type :ok, :f :push}
             {:process 1, :type :invoke, :f :pop} {:process 1, :type :ok, :f :pop, :value 2}]
            """);
    assertThat(check(queue).exitCode()).isEqualTo(2);
    assertThat(check(queue, "--model", "stack").exitCode()).isZero();
    assertThat(check(queue, "--model", "queue").exitCode()).isEqualTo(1);
  }

  @Test
  void aBoundThatRunsOutIsUnknown() throws IOException {
    StringBuilder hard = new StringBuilder("{\"model\":\"counter\",\"operations\":[");
    for (int client = 1; client <= 40; client++) {
      hard.append(
          "{\"client\":%d,\"f\":\"add\",\"value\":%d,\"call\":1,\"end\":2},\n"
              .formatted(client, 1L << client));
    }
    hard.append("{\"client\":99,\"f\":\"read\",\"output\":1,\"call\":1,\"end\":3}]}");
    String file = file("hard.json", hard.toString());
    Session timed = check(file, "--timeout", "50ms");
    assertThat(timed.exitCode()).isEqualTo(3);
    assertThat(timed.out().getFirst()).startsWith("unknown           " + file);
    assertThat(timed.out().get(1)).isEqualTo("    the time ran out; allow more with --timeout");
    Session small = check(file, "--memory", "100k");
    assertThat(small.exitCode()).isEqualTo(3);
    assertThat(small.out().get(1)).isEqualTo("    the memory ran out; allow more with --memory");
    assertThat(check(file, NO, "--timeout", "50ms").exitCode()).isEqualTo(1);
  }

  @Test
  void anInterruptKeepsWhatIsDone() throws IOException {
    Path out = folder.resolve("out.json");
    Thread.currentThread().interrupt();
    Session session = check(YES, YES, "--json", out.toString());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out()).anyMatch(line -> line.startsWith("interrupted: 0 of 2 files"));
    assertThat(out).hasContent("[]\n");
  }

  @Test
  void textOfAFileCannotSteerTheTerminal() throws IOException {
    String kv =
        file(
            "escape.json",
            """
            {"model":"kv","operations":[
             {"client":1,"f":"get","key":"k","output":"\\u001b[2J","call":1,"end":2}]}
            """);
    Session session = check(kv, "-v");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(String.join("", session.out())).doesNotContain("\u001b");
  }

  @Test
  void helpNamesModelsFormatsAndExitCodes() {
    String help = String.join(" ", check("--help").out()).replaceAll("\\s+", " ");
    assertThat(help)
        .contains("auto, register, cas-register, multi-register, kv, kv-versioned, set, queue,")
        .contains("auto, json, jepsen-log, popl-log, kv-edn-lines, knossos-edn")
        .contains("1 a history is not linearizable");
  }
}
