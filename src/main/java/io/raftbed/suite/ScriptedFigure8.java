package io.raftbed.suite;

import io.raftbed.net.Hold;

/**
 * Figure 8 of the Raft paper, scene by scene. S1 leaves an entry on a minority; S5 is elected and
 * leaves another entry on itself alone; S1 is elected again and brings its old entry to a majority;
 * S5 is elected once more and overwrites it. A leader that commits the old entry by counting
 * replicas in the third scene loses it in the fourth.
 */
final class ScriptedFigure8 {
  private static final int ROUNDS = 2;

  private final TestContext context;
  private final Stage stage;
  private final int s1;
  private final int s2;
  private final int s3;
  private final int s4;
  private final int s5;

  private ScriptedFigure8(TestContext context) {
    this.context = context;
    this.stage = new Stage(context);
    int[] cast = stage.cast();
    s1 = cast[0];
    s2 = cast[1];
    s3 = cast[2];
    s4 = cast[3];
    s5 = cast[4];
  }

  static void run(TestContext context) {
    for (int round = 0; round < ROUNDS; round++) {
      new ScriptedFigure8(context).play();
    }
  }

  private void play() {
    for (int i = stage.draw(1, 3); i > 0; i--) {
      context.agree(5);
    }
    leaveOldEntryOnMinority();
    leaveNewerEntryOnOne();
    // The old entry reaches s3, and nothing of the new term does.
    stage.lead(s1, s2, s3);
    context.sleep(stage.draw(300, 700));
    if (context.faults().nextInt(4) == 0) {
      // An entry of its own term commits the old one, too: then it must never be lost.
      int index = context.startAsLeader(s1).index();
      context.cluster().waitApplied(index, 3, -1);
    } else {
      stage.lead(s5, s3, s4);
      context.start(s5, 1);
      context.sleep(stage.draw(200, 500));
    }
    context.endFaults();
    context.agree(5);
  }

  private void leaveOldEntryOnMinority() {
    stage.lead(s1, s2, s3, s4, s5);
    stage.onlyCalls(s1, s2);
    context.start(s1, stage.draw(1, 3));
    context.sleep(stage.draw(250, 400));
  }

  private void leaveNewerEntryOnOne() {
    Hold entries = stage.holdEntries(s5);
    stage.lead(s5, s3, s4);
    context.start(s5, stage.draw(1, 3));
    context.sleep(stage.draw(10, 150));
    stage.silence();
    entries.drop();
  }
}
