package io.raftbed.linearizability;

import io.raftbed.linearizability.format.HistoryFormat;
import io.raftbed.linearizability.format.Recorded;
import io.raftbed.linearizability.format.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recorded histories with their verdicts: those of the project, and a folder of more when the
 * property {@code raftbed.histories} or the variable {@code RAFTBED_HISTORIES} names one. Each has
 * a {@code manifest.tsv} whose first line names the columns.
 */
final class Corpus {

  private static final Path OWN = Path.of("src/test/resources/histories");

  /** One line of a manifest. */
  record Row(Path folder, Map<String, String> columns) {

    String file() {
      return columns.getOrDefault("file", "");
    }

    /** Returns whether the checker is to divide the history by key, as it always does. */
    boolean isPartitioned() {
      return !columns.getOrDefault("model", "").endsWith("nopartition");
    }

    /**
     * Returns the verdict that is known, from the source of the history or from another checker.
     */
    Optional<String> expected() {
      return Stream.of("expected", "porcupine_go")
          .map(name -> columns.getOrDefault(name, ""))
          .filter(verdict -> verdict.equals("ok") || verdict.equals("bad"))
          .findFirst();
    }

    /** Returns how long another checker took, in microseconds. */
    Optional<Double> referenceMicros() {
      return Optional.ofNullable(columns.get("go_wall_median_us"))
          .filter(text -> !text.isBlank())
          .map(Double::valueOf);
    }

    Recorded<?, ?, ?> read() {
      try {
        Source source = new Source(file(), Files.readString(folder.resolve(file())));
        return HistoryFormat.of(source).orElseThrow().read(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return isPartitioned() ? file() : file() + " unpartitioned";
    }
  }

  private Corpus() {}

  static List<Row> rows() {
    String more = System.getProperty("raftbed.histories", System.getenv("RAFTBED_HISTORIES"));
    return Stream.concat(Stream.of(OWN), Optional.ofNullable(more).map(Path::of).stream())
        .flatMap(folder -> rows(folder).stream())
        .toList();
  }

  private static List<Row> rows(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("manifest.tsv"));
      List<String> names = Arrays.asList(lines.getFirst().split("\t", -1));
      return lines.stream().skip(1).map(line -> row(folder, names, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(Path folder, List<String> names, String line) {
    String[] values = line.split("\t", -1);
    Map<String, String> columns = new HashMap<>();
    IntStream.range(0, names.size()).forEach(i -> columns.put(names.get(i), values[i]));
    return new Row(folder, columns);
  }
}
