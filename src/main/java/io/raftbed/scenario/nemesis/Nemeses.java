package io.raftbed.scenario.nemesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.RecordReader;
import io.raftbed.scenario.format.Says;
import io.raftbed.suite.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Several nemeses to draw from. */
@Says("Nemeses.")
public record Nemeses(@AtLeastOne @Says("the nemeses") List<Nemesis> nemeses) {

  private static final String FILE = "nemeses.yaml";

  /** Copies what it gets. */
  public Nemeses {
    nemeses = List.copyOf(nemeses);
  }

  /** Returns those that Raftbed has. */
  public static Nemeses all() {
    try (InputStream file = Objects.requireNonNull(Nemeses.class.getResourceAsStream(FILE))) {
      return RecordReader.read(
          FILE, new String(file.readAllBytes(), UTF_8), Nemeses.class, nemeses -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns those for servers that are members for ever. */
  public Nemeses withoutChangesOfMembers() {
    return new Nemeses(nemeses.stream().filter(nemesis -> !nemesis.changesMembers()).toList());
  }

  /** Whether there is one that needs members that change. */
  boolean changeMembers() {
    return nemeses.stream().anyMatch(Nemesis::changesMembers);
  }

  /**
   * Returns those of these names.
   *
   * @throws IllegalArgumentException if there is none of a name; the message has the nearest
   */
  public Nemeses named(List<String> names) {
    return new Nemeses(names.stream().map(this::named).toList());
  }

  private Nemesis named(String name) {
    List<String> known = nemeses.stream().map(Nemesis::name).toList();
    return nemeses.stream()
        .filter(nemesis -> nemesis.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no nemesis \"%s\"; did you mean %s? There are: %s"
                    .formatted(
                        name,
                        NearestNames.of(name, known, 1).getFirst(),
                        String.join(", ", known))));
  }
}
