package io.raftbed.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that decides a run may read the real clock or draw what no seed decides. */
class ForbiddenCallsTest {

  private static final String CLOCK = "Simulation.now(), or pass the time in";
  private static final String STREAM = "Simulation.random(label)";

  /** What is forbidden, and what to use in its place. */
  private static final Map<String, String> REPLACEMENTS =
      Map.of(
          "java.lang.System.nanoTime", CLOCK,
          "java.lang.System.currentTimeMillis", CLOCK,
          "java.time.Instant.now", CLOCK,
          "java.lang.Math.random", STREAM,
          "java.util.UUID.randomUUID", STREAM,
          "java.util.Random.<init>", STREAM,
          "java.util.concurrent.ThreadLocalRandom.current", STREAM);

  /** These run outside of any simulation, or stand between it and the JDK. */
  private static final Set<String> FREE = Set.of("cli", "report", "junit", "sim.agent");

  /** A server under test is rewritten as it loads, so these are the simulation's own for it. */
  private static final Set<String> REWRITTEN_IN_SERVERS =
      Set.of(
          "java.lang.System.nanoTime",
          "java.util.Random.<init>",
          "java.util.concurrent.ThreadLocalRandom.current");

  @Test
  void nothingReadsTheRealClockOrDrawsUnseeded() {
    assertThat(violations(Production.classes())).isEmpty();
  }

  @Test
  void offendersAreNamedWithTheReplacement() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThat(violations(offender))
        .hasSize(2)
        .anyMatch(line -> line.contains("java.lang.System.nanoTime") && line.endsWith(CLOCK))
        .anyMatch(line -> line.contains("java.util.Random.<init>") && line.endsWith(STREAM));
  }

  /** Breaks the rule, to show that it would be seen. */
  static final class Offender {
    long draw() {
      return System.nanoTime() + new Random().nextInt() + new Random(1).nextInt();
    }
  }

  private static List<String> violations(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !FREE.contains(nameOfPackage(type)))
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .flatMap(access -> violation(access).stream())
        .sorted()
        .toList();
  }

  private static Optional<String> violation(JavaAccess<?> access) {
    String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    boolean server = nameOfPackage(access.getOriginOwner()).startsWith("reference.");
    if (!REPLACEMENTS.containsKey(target)
        || isSeeded(access.getTarget())
        || (server && REWRITTEN_IN_SERVERS.contains(target))) {
      return Optional.empty();
    }
    return Optional.of(
        "%s in %s: use %s"
            .formatted(target, access.getSourceCodeLocation(), REPLACEMENTS.get(target)));
  }

  /** A constructor with parameters is given its seed. */
  private static boolean isSeeded(AccessTarget target) {
    return target instanceof AccessTarget.ConstructorCallTarget constructor
        && !constructor.getRawParameterTypes().isEmpty();
  }

  private static String nameOfPackage(JavaClass type) {
    String name = type.getPackageName();
    return name.substring(Math.min(name.length(), Floors.ROOT.length() + 1));
  }
}
