package io.raftbed.scenario;

import io.raftbed.scenario.format.FormatException;
import io.raftbed.scenario.format.RecordReader;
import io.raftbed.suite.SuiteTest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios in files, whose names end with {@code .yaml}. */
public final class ScenarioFiles {

  private static final String ENDING = ".yaml";

  private ScenarioFiles() {}

  /** Returns whether a name is meant as that of a file or folder, and not of a suite's test. */
  public static boolean isPath(String name) {
    return name.endsWith(ENDING) || name.endsWith(".yml") || Files.isDirectory(Path.of(name));
  }

  /**
   * Reads a scenario, or all that are in a folder and the folders below it, in order of their
   * names.
   *
   * @throws IllegalArgumentException if one cannot be read; the message names file, line and column
   */
  public static List<SuiteTest> tests(String path) {
    Path given = Path.of(path);
    if (!Files.isDirectory(given)) {
      return List.of(test(given));
    }
    try (Stream<Path> files = Files.walk(given)) {
      List<SuiteTest> tests =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .sorted()
              .map(ScenarioFiles::test)
              .toList();
      if (tests.isEmpty()) {
        throw new IllegalArgumentException("there is no scenario (*.yaml) in the folder " + path);
      }
      return tests;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the folder " + path + ": " + e, e);
    }
  }

  /**
   * Reads a scenario.
   *
   * @throws IllegalArgumentException if it cannot be read; the message names file, line and column
   */
  public static Scenario read(Path file) {
    try {
      return RecordReader.read(
          file.toString(), Files.readString(file), Scenario.class, ScenarioChecks::check);
    } catch (FormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("cannot read " + file + ": it is no text", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException ? "there is no such file" : e.toString();
  }

  private static SuiteTest test(Path file) {
    return ScenarioTests.of(file.toString(), read(file));
  }
}
