package io.raftbed.cli;

import static io.raftbed.cli.Sources.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers from outside: loaded, run, or refused with one clear line. */
class BroughtServerTest {

  @TempDir private Path folder;

  private Session run(Path classPath, String raft, String... more) {
    return run(classPath.toString(), raft, more);
  }

  private static Session run(String classPath, String raft, String... more) {
    FakeExecutor reference = FakeExecutor.passing();
    String[] arguments = new String[more.length + 6];
    String[] first = {"run", "3A/initial-election", "--classpath", classPath, "--raft", raft};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    Session session = Session.of(reference, arguments);
    assertThat(reference.runs).hasValue(0);
    return session;
  }

  private static void assertUsage(Session session, String complaint) {
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).singleElement().asString().contains(complaint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class MyRaft implements Raft { public MyRaft(Environment e) {} ",
        "public class MyRaft implements Raft { public static MyRaft make(Environment e) { return"
            + " new MyRaft(); } ",
        "public class MyRaft implements Raft { public static class Maker implements RaftFactory {"
            + " public Raft make(Environment e) { return new MyRaft(); } } ",
      })
  void eachOfTheThreeDoorsIsOpen(String source) {
    Path classes = Sources.compile(folder, source + IDLE + "}");
    Session session = run(classes, source.contains("Maker") ? "MyRaft$Maker" : "MyRaft");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).isEmpty();
    assertThat(session.out().getFirst())
        .endsWith(", server " + (source.contains("Maker") ? "MyRaft$Maker" : "MyRaft"));
    assertThat(session.out())
        .anyMatch(line -> line.startsWith("liveness: no leader: "))
        .anyMatch(line ->
            line.startsWith(
                "replay: ./raftbed run 3A/initial-election --seed 1 --classpath "
                    + classes
                    + " --raft "))
        .endsWith("0 passed, 1 failed");
  }

  @Test
  void whatTheDoorThrowsIsAnExceptionOfTheServer() {
    Path classes =
        Sources.compile(
            folder,
            "public class MyRaft implements Raft { public MyRaft(Environment e) throws Exception"
                + " {\n"
                + " throw new java.io.IOException(\"mine\"); } "
                + IDLE
                + "}");
    assertThat(run(classes, "MyRaft").out())
        .containsSubsequence(
            "exception: S0: java.io.IOException escaped from thread 'RaftFactory.make'",
            "  java.io.IOException: mine",
            "  at MyRaft.<init>(MyRaft.java:2)");
  }

  @Test
  void aJarWillDo() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "package lab; public class MyRaft implements Raft { public MyRaft(Environment e) {} "
                + IDLE
                + "}");
    Path jar = folder.resolve("my raft.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("lab/MyRaft.class"));
      out.write(Files.readAllBytes(classes.resolve("lab/MyRaft.class")));
    }
    Session session = run(jar, "lab.MyRaft");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .anyMatch(line -> line.contains(" --classpath '" + jar + "' --raft lab.MyRaft"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lab.MyRaff    | there is no class "lab.MyRaff" on CLASSES. Nearest: lab.MyRaft, lab.
          MyRaft        | there is no class "MyRaft" on CLASSES. Nearest: lab.MyRaft
          lab.Hidden    | lab.Hidden is not public
          lab.Other     | lab.Other makes no servers. It needs a method "public static Raft make(Env
          lab.Half      | lab.Half is abstract and makes no servers. It needs a method
          """)
  void aClassThatDoesNotFitIsOneClearLine(String raft, String complaint) {
    Path classes =
        Sources.compile(
            folder,
            "package lab; public class MyRaft implements Raft { public MyRaft(Environment e) {} "
                + IDLE
                + "}",
            "package lab; class Hidden {}",
            "package lab; public class Other { public void make(Environment e) {} }",
            "package lab; public abstract class Half implements Raft { public Half(Environment e)"
                + " {} }");
    assertUsage(run(classes, raft), complaint.replace("CLASSES", classes.toString()));
  }

  @Test
  void aPathThatDoesNotFitIsOneClearLine() throws IOException {
    assertUsage(run("/nowhere/classes", "MyRaft"), "there is no \"/nowhere/classes\"");
    Path text = Files.writeString(folder.resolve("notes.txt"), "no jar");
    assertUsage(run(text, "MyRaft"), "is neither a folder nor a jar");
    Path classes =
        Sources.compile(
            folder,
            "package lab; public class MyRaft { public static Raft make(Environment e) {"
                + " return null; } }");
    assertUsage(
        run(classes.resolve("lab"), "MyRaft"),
        "the class file of MyRaft is lab.MyRaft; give the folder that its package begins in");
    assertUsage(Session.of(FakeExecutor.passing(), "run", "--raft", "X"), "--raft needs");
    assertUsage(Session.of(FakeExecutor.passing(), "run", "--classpath", "."), "--classpath needs");
  }

  @Test
  void aClassFileOfANewerJavaOrOfNoJavaIsOneClearLine() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "public class MyRaft implements Raft { public MyRaft(Environment e) {} " + IDLE + "}");
    Path file = classes.resolve("MyRaft.class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[7]++;
    Files.write(file, bytes);
    assertUsage(run(classes, "MyRaft"), "MyRaft is compiled for a newer Java: ");
    Files.writeString(file, "text");
    assertUsage(run(classes, "MyRaft"), "MyRaft cannot be loaded: ");
  }

  @Test
  void aClassPathWithTheLabApiIsRefused() {
    Path classes =
        Sources.compile(
            folder,
            "package io.raftbed.lab; public interface Raft2 {}",
            "public class MyRaft implements Raft { public MyRaft(Environment e) {} " + IDLE + "}");
    assertUsage(run(classes, "MyRaft"), "--classpath holds io.raftbed.lab.Raft2; leave the lab");
  }

  @Test
  void packagesOfTheJdkAndOfRaftbedAreTaken() {
    String source =
        "public class MyRaft implements Raft { public MyRaft(Environment e) {} " + IDLE + "}";
    Path classes =
        Sources.compile(
            folder, "package io.raftbed.suite;" + source, "package com.sun.mine;" + source);
    String complaint = "in a package of the JDK or of Raftbed; use a package of your own";
    assertUsage(run(classes, "io.raftbed.suite.MyRaft"), complaint);
    assertUsage(run(classes, "com.sun.mine.MyRaft"), complaint);
  }

  @Test
  void aClassThatIsMissingIsNamed() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "public interface Base {}",
            "public class MyRaft implements Raft, Base { public MyRaft(Environment e) {} "
                + IDLE
                + "}");
    Files.delete(classes.resolve("Base.class"));
    assertUsage(run(classes, "MyRaft"), "MyRaft needs Base, which is not on");
  }

  @Test
  void whatIsRefusedIsListedOnceAndFailsEveryTest() {
    Path classes =
        Sources.compile(
            folder,
            "public class MyRaft implements Raft {\n"
                + "static int boots;\n"
                + "public MyRaft(Environment e) {\n"
                + "  boots++;\n"
                + "  if (boots > 9) System.exit(1);\n"
                + "} "
                + IDLE
                + "}");
    Session session =
        Session.of(
            FakeExecutor.passing(),
            "run",
            "3A",
            "--classpath",
            classes.toString(),
            "--raft",
            "MyRaft");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out().get(1))
        .startsWith("MyRaft.java:4: writing static field MyRaft.boots is refused: ");
    assertThat(session.out().get(2)).startsWith("MyRaft.java:5: System.exit is refused: ");
    assertThat(session.out()).filteredOn(line -> line.contains("System.exit")).hasSize(1);
    assertThat(session.out().getLast()).isEqualTo("0 passed, 3 failed");
  }

  @Test
  void librariesMayNameWhatTheyDoNotReach() {
    Path classes =
        Sources.compile(
            folder,
            "package org.slf4j; public class Log { public static void info() {} public static void"
                + " end() { System.exit(1); } }",
            "public class MyRaft implements Raft { public MyRaft(Environment e) {"
                + " org.slf4j.Log.info(); } "
                + IDLE
                + "}",
            "public class Ending implements Raft { public Ending(Environment e) {"
                + " org.slf4j.Log.end(); } "
                + IDLE
                + "}");
    assertThat(run(classes, "MyRaft").out()).anyMatch(line -> line.startsWith("liveness: "));
    assertThat(run(classes, "Ending").out())
        .anyMatch(line -> line.startsWith("refused api: S0: Log.java:1: System.exit is refused"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --kv    | 4A/basic            | public static void make(KvEnvironment e) {}         | exception: S0 has no handler for
          --clerk | 4A/basic            | public static Clerk make(ClientEnvironment e) { return null; } | ClerkFactory.make returned null
          --clerk | 4A/versioned-basic  | public static VersionedClerk make(ClientEnvironment e) { return null; } | VersionedClerkFactory.make returned null
          --rsm   | rsm/basic           | public static Rsm make(RsmEnvironment e, StateMachine m) { return null; } | RsmFactory.make returned null
          --rsm   | rsm/basic           | public static Rsm make(RsmEnvironment e, StateMachine m) { return c -> Optional.empty(); } | no server applied a command
          """)
  void whatStandsAboveRaftHasDoorsOfItsOwn(
      String option, String test, String make, String complaint) {
    Path classes = Sources.compile(folder, "public class Mine { " + make + " }");
    Session session =
        Session.of(
            FakeExecutor.passing(), "run", test, "--classpath", classes.toString(), option, "Mine");
    assertThat(session.err()).isEmpty();
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(String.join(" ", session.out()))
        .contains(complaint)
        .contains(" --classpath " + classes + " " + option + " Mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --kv    | Mine makes no servers. It needs a method "public static void make(KvEnvironment)"
          --clerk | Mine makes no clerks. It needs a method "public static Clerk make(ClientEnvironment)"
          --rsm   | Mine makes no layers over Raft. It needs a method "public static Rsm make(RsmEnvironment,
          """)
  void aClassThatOpensNoDoorAboveRaftIsOneClearLine(String option, String complaint) {
    Path classes = Sources.compile(folder, "public class Mine {}");
    assertUsage(
        Session.of(
            FakeExecutor.passing(), "run", "--classpath", classes.toString(), option, "Mine"),
        option + ": " + complaint);
  }
}
