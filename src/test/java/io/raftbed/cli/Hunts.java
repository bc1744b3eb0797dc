package io.raftbed.cli;

import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.variants.KvVariants;
import io.raftbed.variants.RaftVariants;
import io.raftbed.variants.VariantFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is hunted with drawn scenarios, and what the page about it says.
 *
 * @param family what is hunted
 * @param services what stands above the servers; for each seed a scenario of each is drawn
 * @param page where the page lies
 * @param test the test class that writes it
 * @param title the page's title
 * @param drawn what was drawn for what
 * @param edits what the edits are that have nothing to do with the bugs
 */
record Hunts(
    VariantFamily family,
    List<ServiceOption> services,
    Path page,
    String test,
    String title,
    String drawn,
    String edits) {

  /** The broken Rafts. */
  static final Hunts OF_RAFTS =
      new Hunts(
          new RaftVariants(),
          List.of(ServiceOption.LOG),
          Path.of("docs", "hunts.md"),
          "RaftScenariosTest",
          "Hunts, and what shrinking leaves",
          "[broken variants](broken-variants.md), scenarios were drawn as `raftbed fuzz` draws"
              + " them",
          "a private field renamed; a line printed for each vote request; a message and handler of"
              + " its own, sent to all at each look at the timer; election timeouts 20 ms longer");

  /** The broken services. */
  static final Hunts OF_SERVICES =
      new Hunts(
          new KvVariants(),
          List.of(ServiceOption.KV, ServiceOption.VERSIONED_KV),
          Path.of("docs", "hunts-services.md"),
          "ServiceScenariosTest",
          "Hunts for broken services, and what shrinking leaves",
          "[broken services](broken-services.md), scenarios were drawn as `raftbed fuzz --service"
              + " kv` and `--service versioned-kv` draw them, by turns",
          "a private field renamed; a line printed for each applied command; a field more in what"
              + " is put into the log; lost leadership looked for 10 ms less often");

  Hunts {
    services = List.copyOf(services);
  }

  /** Returns the files of the collection, in the order of their names. */
  List<Path> collection() {
    try (Stream<Path> files = Files.list(Path.of("sim-scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
