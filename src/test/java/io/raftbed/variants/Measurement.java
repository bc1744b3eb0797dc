package io.raftbed.variants;

import com.sun.management.OperatingSystemMXBean;
import io.raftbed.suite.SuiteTest;
import io.raftbed.variants.VariantHunt.Found;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How soon a variant is found, by hunts that start at seeds far apart.
 *
 * @param found what each hunt found; a hunt that found nothing is not among them
 * @param seeds the median of how many seeds they ran
 * @param millis the median of the processor time they took, in milliseconds
 */
record Measurement(List<Found> found, long seeds, long millis) {

  /** The hunts start at seeds 1, 1001, 2001 and so on. */
  private static final long APART = 1_000;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Hunts for a variant with the test that is to find it, so many times. */
  static Measurement of(VariantHunt hunt, List<SuiteTest> tests, int hunts) {
    List<Found> found = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < hunts; i++) {
      long first = 1 + i * APART;
      long start = PROCESS.getProcessCpuTime();
      Optional<Found> failure = hunt.firstFailure(tests, first, VariantHunt.SEEDS);
      millis.add(TimeUnit.NANOSECONDS.toMillis(PROCESS.getProcessCpuTime() - start));
      seeds.add(failure.map(at -> at.seed() - first + 1).orElse(VariantHunt.SEEDS + 1L));
      failure.ifPresent(found::add);
    }
    return new Measurement(found, median(seeds), median(millis));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
