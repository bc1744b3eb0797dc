// 3A/initial-election -> exception: S0: ThrowsWithBadText$Bad escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Throws what cannot even be printed. */
public class ThrowsWithBadText extends Quiet {
  public ThrowsWithBadText(Environment environment) {
    throw new Bad(); // HERE
  }

  private static class Bad extends RuntimeException {
    @Override
    public String toString() {
      throw new Bad();
    }

    @Override
    public synchronized Throwable getCause() {
      return new Bad();
    }
  }
}
