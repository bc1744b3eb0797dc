package io.raftbed.scenario.nemesis;

import io.raftbed.scenario.LogAction;
import io.raftbed.scenario.NetworkProfile;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.Scenario.StorageOption;
import io.raftbed.scenario.ScriptAction;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.Time;
import io.raftbed.scenario.format.Rebuild;
import io.raftbed.scenario.nemesis.Nemesis.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws scenarios: each has some of the nemeses only, so that those that would hide each other's
 * effects are not always together (swarm testing, Groce et al., ISSTA 2012).
 */
public final class Swarm {

  private static final int[] SIZES = {3, 3, 3, 4, 5, 5, 5, 7};
  private static final int[] SNAPSHOTS = {0, 0, 5, 10};

  /** So many servers beside the first members may join, where members change. */
  private static final int SPARE_SERVERS = 2;

  private static final int MOST_ROUNDS = 12;
  private static final int MOST_CLIENTS = 5;

  /** Bytes of Raft state near which services take a snapshot, for those that do. */
  private static final int SMALL_RAFT_STATE = 1_000;

  private final Nemeses nemeses;
  private final ServiceOption service;
  private final RandomGenerator random;

  private Swarm(Nemeses nemeses, ServiceOption service, RandomGenerator random) {
    this.nemeses = nemeses;
    this.service = service;
    this.random = random;
  }

  /**
   * Draws a scenario.
   *
   * @param nemeses what it may be made of
   * @param service what stands above the servers
   * @param seed decides it, and what its run draws
   */
  public static Scenario draw(Nemeses nemeses, ServiceOption service, long seed) {
    return new Swarm(nemeses, service, new SplittableRandom(seed)).scenario(seed);
  }

  private Scenario scenario(long seed) {
    boolean onDisk = random.nextInt(3) == 0;
    int snapshots = SNAPSHOTS[random.nextInt(SNAPSHOTS.length)];
    List<Nemesis> chosen = choose(onDisk, snapshots > 0);
    int size = SIZES[random.nextInt(SIZES.length)];
    return new Scenario(
        "Drawn of " + String.join(", ", chosen.stream().map(Nemesis::name).toList()) + ".",
        Optional.of(nemeses.changeMembers() ? size + SPARE_SERVERS : size),
        nemeses.changeMembers() ? Optional.of(size) : Optional.empty(),
        isLog() ? Optional.empty() : Optional.of(service),
        snapshots > 0 && isLog() ? Optional.of(snapshots) : Optional.empty(),
        snapshots > 0 && !isLog() ? Optional.of(SMALL_RAFT_STATE) : Optional.empty(),
        onDisk ? Optional.of(StorageOption.DISK) : Optional.empty(),
        random.nextInt(4) == 0 ? Optional.of(NetworkProfile.UNRELIABLE) : Optional.empty(),
        isLog() ? Optional.empty() : Optional.of(1 + random.nextInt(MOST_CLIENTS)),
        Optional.of(seed),
        Optional.empty(),
        List.of(),
        isLog() ? steps(chosen) : ClientWork.inPlaceOfCommands(steps(chosen)));
  }

  private boolean isLog() {
    return service == ServiceOption.LOG;
  }

  /** Each nemesis is in with a chance of one half; at least one is. */
  private List<Nemesis> choose(boolean onDisk, boolean snapshots) {
    List<Nemesis> possible =
        nemeses.nemeses().stream()
            .filter(n -> n.needs().map(need -> isMet(need, onDisk, snapshots)).orElse(true))
            .toList();
    List<Nemesis> chosen = new ArrayList<>(possible);
    chosen.removeIf(nemesis -> random.nextBoolean());
    return chosen.isEmpty() ? possible : chosen;
  }

  private static boolean isMet(Need need, boolean onDisk, boolean snapshots) {
    return switch (need) {
      case DISK -> onDisk;
      case SNAPSHOTS -> snapshots;
      case MEMBERS -> true; // else there are no such nemeses to choose from
    };
  }

  private List<Step> steps(List<Nemesis> chosen) {
    List<Step> steps = new ArrayList<>();
    steps.add(load());
    int rounds = 1 + random.nextInt(MOST_ROUNDS);
    for (int round = 0; round < rounds && !chosen.isEmpty(); round++) {
      steps.addAll(drawn(weighted(chosen).steps()));
      if (random.nextInt(3) > 0) {
        steps.add(load());
      }
    }
    // In the end a majority must do without the others.
    steps.add(Step.of(new ScriptAction.KeepMajority()));
    steps.add(Step.of(new LogAction.Agree(Optional.empty(), Optional.empty())));
    return steps;
  }

  private Step load() {
    Time time = Time.millis(1 + random.nextInt(random.nextInt(1, 400)));
    return Step.of(new LogAction.Load(time, List.of()));
  }

  private Nemesis weighted(List<Nemesis> chosen) {
    int total = chosen.stream().mapToInt(nemesis -> nemesis.weight().orElse(1)).sum();
    int left = random.nextInt(total);
    for (Nemesis nemesis : chosen) {
      left -= nemesis.weight().orElse(1);
      if (left < 0) {
        return nemesis;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  @SuppressWarnings("unchecked") // a list of steps stays one
  private List<Step> drawn(List<Step> steps) {
    return (List<Step>) Rebuild.each(steps, this::drawn);
  }

  private Object drawn(Object value) {
    return switch (value) {
      case Integer most when most > 1 -> 1 + random.nextInt(most);
      case Integer least when least < -1 -> -1 - random.nextInt(-least);
      case Time time -> Time.millis(time.millis(random));
      default -> value;
    };
  }
}
