package assay.statistics.agreement;

import assay.statistics.Ranks;
import assay.statistics.Rounding;
import assay.statistics.agreement.KrippendorffAlpha.Level;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The coincidences of {@link KrippendorffAlpha}: units with their values by number, and α of all of
 * them or of all but one.
 *
 * <p>For N values, d distinct, in units of a few: classes and intervals take O(N log N), for the
 * expected distances are sums of squares, and a unit is taken out of sums; ratios O(d²); an order
 * O(N·units), since its distances change with every unit that is left out.
 */
final class Coincidences {

  // Of a sum, what taking a unit out may leave before its digits are doubted.
  private static final double ENOUGH = 1e-3;

  private final Level level;
  private final double[] values;
  private final int[][] units;
  private final double[] margins;
  private final double n;

  // Of distances that do not depend on margins.
  private final double[] observedOf;
  private final double[] expectedOf;
  private final double observed;
  private final double expected;

  /** Of sorted units of at least two values each. */
  Coincidences(List<double[]> paired, Level level) {
    this.level = level;
    // 0 is the sum of −0 and 0.
    double[] distinct =
        paired.stream()
            .flatMapToDouble(Arrays::stream)
            .map(v -> v + 0.0)
            .sorted()
            .distinct()
            .toArray();
    int[] codes = codes(distinct, level);
    this.values = new double[codes[codes.length - 1] + 1];
    // A power of two changes no digit, and keeps squares of very small or large values in range.
    int scale = level == Level.INTERVAL ? -Math.getExponent(Rounding.largest(distinct)) : 0;
    for (int i = distinct.length - 1; i >= 0; i--) {
      values[codes[i]] = Math.scalb(distinct[i], scale);
    }
    this.units =
        paired.stream()
            .map(
                unit ->
                    Arrays.stream(unit).mapToInt(v -> codes[Ranks.below(distinct, v)]).toArray())
            .toArray(int[][]::new);
    this.margins = new double[values.length];
    for (int[] unit : units) {
      for (int c : unit) {
        margins[c]++;
      }
    }
    this.n = Arrays.stream(margins).sum();
    this.observedOf = new double[units.length];
    if (level == Level.ORDINAL) {
      this.expectedOf = new double[0];
      this.observed = 0;
      this.expected = 0;
      return;
    }
    for (int u = 0; u < units.length; u++) {
      observedOf[u] = observed(units[u], values);
    }
    this.observed = Arrays.stream(observedOf).sum();
    this.expectedOf = expectedOf(margins);
    this.expected = expected(margins);
  }

  /** The number of each distinct value, from 0; one for those that rounding alone tells apart. */
  private static int[] codes(double[] distinct, Level level) {
    int[] codes = new int[distinct.length];
    for (int i = 1; i < codes.length; i++) {
      boolean same = level != Level.NOMINAL && Rounding.areEqual(distinct[i - 1], distinct[i]);
      codes[i] = codes[i - 1] + (same ? 0 : 1);
    }
    return codes;
  }

  int units() {
    return units.length;
  }

  int size(int unit) {
    return units[unit].length;
  }

  /** α; empty where all values are equal. */
  OptionalDouble alpha() {
    if (values.length < 2) {
      return OptionalDouble.empty();
    }
    return level == Level.ORDINAL
        ? ordinal(margins, n, -1)
        : OptionalDouble.of(1 - (n - 1) * observed / expected);
  }

  /** α without a unit; empty where all other values are equal. */
  OptionalDouble without(int unit) {
    int[] own = units[unit];
    for (int c : own) {
      margins[c]--;
    }
    try {
      return hasTwoValues(own) ? ofOthers(unit) : OptionalDouble.empty();
    } finally {
      for (int c : own) {
        margins[c]++;
      }
    }
  }

  /** Whether two values are left by those of a unit. */
  private boolean hasTwoValues(int[] own) {
    int left = values.length;
    for (int i = 0; i < own.length; i++) {
      left -= margins[own[i]] == 0 && (i == 0 || own[i] != own[i - 1]) ? 1 : 0;
    }
    return left > 1;
  }

  private OptionalDouble ofOthers(int unit) {
    int[] own = units[unit];
    double rest = n - own.length;
    if (level == Level.ORDINAL) {
      return ordinal(margins, rest, unit);
    }
    double distances = observed - observedOf[unit];
    if (distances <= ENOUGH * observed) {
      distances = 0;
      for (int u = 0; u < units.length; u++) {
        distances += u == unit ? 0 : observedOf[u];
      }
    }
    double chance = expected + observedOf[unit] * (own.length - 1.0);
    for (int c : own) {
      chance -= 2 * expectedOf[c];
    }
    if (chance <= ENOUGH * expected) {
      chance = expected(margins);
    }
    return OptionalDouble.of(1 - (rest - 1) * distances / chance);
  }

  /** With distances of the middles of values among these margins. */
  private OptionalDouble ordinal(double[] counts, double all, int leftOut) {
    double[] middles = middles(counts);
    double chance = 0;
    for (int c = 0; c < counts.length; c++) {
      // The mean of middles is the middle of all.
      chance += 2 * all * counts[c] * (middles[c] - all / 2) * (middles[c] - all / 2);
    }
    double distances = 0;
    for (int u = 0; u < units.length; u++) {
      distances += u == leftOut ? 0 : observed(units[u], middles);
    }
    return OptionalDouble.of(1 - (all - 1) * distances / chance);
  }

  /** Where the middle of each value lies among all; n_c/2 + n between + n_k/2 is a difference. */
  private static double[] middles(double[] counts) {
    double[] middle = new double[counts.length];
    double below = 0;
    for (int c = 0; c < counts.length; c++) {
      middle[c] = below + counts[c] / 2;
      below += counts[c];
    }
    return middle;
  }

  /** The sum of distances over ordered pairs of a unit, over its size less 1. */
  private double observed(int[] unit, double[] at) {
    double sum = 0;
    for (int i = 0; i < unit.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += unit[i] == unit[j] ? 0 : distance(at[unit[i]], at[unit[j]]);
      }
    }
    return 2 * sum / (unit.length - 1.0);
  }

  private double distance(double c, double k) {
    return switch (level) {
      case NOMINAL -> 1;
      case ORDINAL, INTERVAL -> (c - k) * (c - k);
      case RATIO -> (c - k) / (c + k) * ((c - k) / (c + k));
    };
  }

  /** The sum of distances over ordered pairs of all values. */
  private double expected(double[] counts) {
    double[] of = expectedOf(counts);
    double sum = 0;
    for (int c = 0; c < counts.length; c++) {
      sum += counts[c] * of[c];
    }
    return sum;
  }

  /** The sum of distances from each value to all. */
  private double[] expectedOf(double[] counts) {
    double all = Arrays.stream(counts).sum();
    double[] of = new double[counts.length];
    switch (level) {
      case NOMINAL -> Arrays.setAll(of, c -> all - counts[c]);
      case ORDINAL, INTERVAL -> {
        double mean = 0;
        for (int c = 0; c < of.length; c++) {
          mean += counts[c] * values[c] / all;
        }
        double squares = 0;
        for (int c = 0; c < of.length; c++) {
          squares += counts[c] * (values[c] - mean) * (values[c] - mean);
        }
        for (int c = 0; c < of.length; c++) {
          of[c] = all * (values[c] - mean) * (values[c] - mean) + squares;
        }
      }
      case RATIO -> {
        for (int c = 0; c < of.length; c++) {
          for (int k = 0; k < of.length; k++) {
            of[c] += c == k || counts[k] == 0 ? 0 : counts[k] * distance(values[c], values[k]);
          }
        }
      }
    }
    return of;
  }
}
