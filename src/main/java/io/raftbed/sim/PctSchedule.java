package io.raftbed.sim;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010): every thread has a random
 * priority, the highest runnable one runs, and at d - 1 random steps the one that would run drops
 * below all others. A simulated network run has no end that could be known beforehand, so the
 * change points are drawn anew in every window of {@link #WINDOW} steps.
 */
final class PctSchedule implements Schedule {
  private static final int WINDOW = 1_000;

  private final RandomGenerator random;
  private final int[] changePoints;
  private double[] priorities = new double[64];
  private int step;
  private double lowest;

  PctSchedule(int depth, RandomGenerator random) {
    this.random = random;
    this.changePoints = new int[depth - 1];
    drawChangePoints();
  }

  @Override
  public int next(List<Task> runnable) {
    if (step == WINDOW) {
      step = 0;
      drawChangePoints();
    }
    int best = highest(runnable);
    if (Arrays.binarySearch(changePoints, step++) >= 0) {
      lowest--;
      int slot = slot(runnable.get(best)); // may replace the array, so it comes first
      priorities[slot] = lowest;
      best = highest(runnable);
    }
    return best;
  }

  private void drawChangePoints() {
    Arrays.setAll(changePoints, i -> random.nextInt(WINDOW));
    Arrays.sort(changePoints);
  }

  private int highest(List<Task> runnable) {
    int best = 0;
    for (int i = 1; i < runnable.size(); i++) {
      if (priority(runnable.get(i)) > priority(runnable.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private double priority(Task task) {
    int slot = slot(task);
    if (priorities[slot] == 0) {
      priorities[slot] = random.nextDouble() + Double.MIN_NORMAL;
    }
    return priorities[slot];
  }

  private int slot(Task task) {
    int number = VirtualThreads.number(task.thread());
    if (number >= priorities.length) {
      priorities = Arrays.copyOf(priorities, Math.max(number + 1, 2 * priorities.length));
    }
    return number;
  }
}
