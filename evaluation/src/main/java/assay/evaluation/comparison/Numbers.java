package assay.evaluation.comparison;

import java.util.Arrays;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A few numbers by their places, the others being 0. */
final class Numbers {
  private static final double ROUNDING = 1e-12;

  private final int[] places;
  private final double[] numbers;

  Numbers(SortedMap<Integer, Double> sums) {
    places = sums.keySet().stream().mapToInt(i -> i).toArray();
    numbers = sums.values().stream().mapToDouble(d -> d).toArray();
  }

  void addTo(double[] totals) {
    for (int i = 0; i < places.length; i++) {
      totals[places[i]] += numbers[i];
    }
  }

  /** Totals less these. What rounding leaves of a number that only these have is nothing. */
  double[] leftOutOf(double[] totals) {
    double[] rest = totals.clone();
    for (int i = 0; i < places.length; i++) {
      double all = totals[places[i]];
      double others = all - numbers[i];
      rest[places[i]] = Math.abs(others) < ROUNDING * Math.abs(all) ? 0 : others;
    }
    return rest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Numbers numbersToo
        && Arrays.equals(places, numbersToo.places)
        && Arrays.equals(numbers, numbersToo.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(places) + Arrays.hashCode(numbers);
  }
}
