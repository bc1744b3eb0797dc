package io.raftbed.report;

/** How well colours of a page stand out from each other. */
final class Contrast {

  private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

  private Contrast() {}

  /** Returns the contrast of two of the page's colours, named without dashes, as WCAG 2 has it. */
  static double of(Chromium chromium, String ink, String ground) {
    double one = luminance(chromium, ink);
    double other = luminance(chromium, ground);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(Chromium chromium, String name) {
    String hex =
        chromium.evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--%s').trim()"
                .formatted(name));
    double sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      double part = Integer.parseInt(hex, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
      sum += WEIGHTS[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
