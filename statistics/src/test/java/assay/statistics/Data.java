package assay.statistics;

import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.Random;

/** Data of reference cases, groups by ";" and numbers by ",", and seeded data of property tests. */
public final class Data {

  private Data() {}

  /** The groups of a column. */
  public static double[][] groups(FixtureRow row, String column) {
    return Arrays.stream(row.text(column).split(";"))
        .map(
            group ->
                Arrays.stream(group.split(","))
                    .filter(text -> !text.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Whole numbers. */
  public static long[] counts(double[] values) {
    return Arrays.stream(values).mapToLong(v -> (long) v).toArray();
  }

  /** Whole numbers. */
  public static int[] codes(double[] values) {
    return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
  }

  /** Values of few kinds, so that there are ties and zeros. */
  public static double[] withTies(Random random, int n) {
    return random.ints(n, -3, 4).mapToDouble(v -> v / 2.0).toArray();
  }

  /** Normal values. */
  public static double[] normal(Random random, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }

  /** The values in another order. */
  public static double[] shuffled(Random random, double[] values) {
    double[] shuffled = values.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double value = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = value;
    }
    return shuffled;
  }

  /** The values with other signs. */
  public static double[] negated(double[] values) {
    return Arrays.stream(values).map(v -> -v).toArray();
  }
}
