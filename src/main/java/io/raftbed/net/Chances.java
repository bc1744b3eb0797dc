package io.raftbed.net;

/**
 * What may befall one message, as probabilities from 0 to 1; the draws are independent.
 *
 * @param requestLoss a request is lost; its caller learns at once that no reply comes
 * @param replyLoss a reply is lost; likewise
 * @param duplicate a request arrives twice and is handled twice; the first reply counts
 * @param reorder a reply takes {@link Profile#reordered} in place of {@link Profile#reply}
 */
public record Chances(double requestLoss, double replyLoss, double duplicate, double reorder) {

  /** Nothing befalls a message. */
  public static final Chances NONE = new Chances(0, 0, 0, 0);

  public Chances {
    requireProbability("requestLoss", requestLoss);
    requireProbability("replyLoss", replyLoss);
    requireProbability("duplicate", duplicate);
    requireProbability("reorder", reorder);
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", not between 0 and 1.");
    }
  }
}
