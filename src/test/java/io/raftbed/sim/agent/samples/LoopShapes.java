package io.raftbed.sim.agent.samples;

/** Loops of all shapes; each turns three times. */
public class LoopShapes {
  public static int whileLoop() {
    int i = 0;
    while (i < 3) {
      i++;
    }
    return i;
  }

  public static int doLoop() {
    int i = 0;
    do {
      i++;
    } while (i < 3);
    return i;
  }

  public static int forEach() {
    int sum = 0;
    for (int i : new int[] {1, 1, 1}) {
      sum += i;
    }
    return sum;
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  public static int switching() {
    int i = 0;
    while (true) {
      switch (i) {
        case 0:
        case 1:
          i++;
          continue;
        case 2:
          i++;
          break;
        default:
          return i;
      }
    }
  }

  public static int straight() {
    int i = Integer.parseInt("3");
    return i > 2 ? i : 0;
  }
}
