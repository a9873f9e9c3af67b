package assay.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.DefaultInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The lower end of a difference in clusters, against all fillings of what is missing. */
class FillingsTest {

  private static final List<String> INCOMPLETE = List.of("p0", "p1", "p2", "p3");

  /** Twelve patients of 1 to 10 questions; in four of them some are missing: from −1 to 1. */
  private static ToDoubleFunction<Predicate<String>> lowerEnd(Random random) {
    List<String> units = new ArrayList<>();
    List<Double> seen = new ArrayList<>();
    for (int g = 0; g < 12; g++) {
      double own = 0.3 + 0.6 * random.nextGaussian();
      int missing = g < INCOMPLETE.size() ? 1 + random.nextInt(3) : 0;
      for (int i = 0; i < missing + 1 + random.nextInt(8); i++) {
        units.add("p" + g);
        double value = Math.rint(Math.clamp(own + 0.5 * random.nextGaussian(), -1.0, 1.0));
        seen.add(i < missing ? Double.NaN : Double.valueOf(value));
      }
    }
    return filling -> {
      double[] values = new double[units.size()];
      for (int i = 0; i < values.length; i++) {
        double missing = filling.test(units.get(i)) ? 1 : -1;
        values[i] = Double.isNaN(seen.get(i)) ? missing : seen.get(i);
      }
      return DefaultInterval.ofDifference(
              Observations.of(values).inClusters(units), new Range(-1, 1), 0.95)
          .lower();
    };
  }

  private static double leastOfAll(ToDoubleFunction<Predicate<String>> objective) {
    double least = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << INCOMPLETE.size(); mask++) {
      int bits = mask;
      Predicate<String> filling = unit -> (bits >> INCOMPLETE.indexOf(unit) & 1) == 1;
      least = Math.min(least, objective.applyAsDouble(filling));
    }
    return least;
  }

  @Test
  void findsWhereTheEndIsFarthestOutThoughNotAllIsAtItsWorst() {
    Random random = new Random(12);
    int mixed = 0;
    int found = 0;
    int draws = 300;
    for (int i = 0; i < draws; i++) {
      ToDoubleFunction<Predicate<String>> end = lowerEnd(random);
      double worst = end.applyAsDouble(unit -> false);
      double least = leastOfAll(end);
      double own = end.applyAsDouble(Fillings.least(INCOMPLETE, false, end));
      assertThat(own).isBetween(least, worst);
      mixed += least < worst - 1e-9 ? 1 : 0;
      found += own < least + 1e-9 ? 1 : 0;
    }
    assertThat(mixed).as("how often a mixture is farther out than the worst").isPositive();
    assertThat(found).isGreaterThan(draws * 98 / 100);
  }
}
