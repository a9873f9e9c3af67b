package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Range;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StatisticBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals of what is read off a ROC curve (a partial area, the sensitivity at a
 * specificity): clusters of cases are drawn, and the curve is made anew. Resamples without a
 * positive or a negative case are left out.
 */
public final class CaseBootstrap {

  private CaseBootstrap() {}

  /**
   * The value on the cases, with its interval.
   *
   * @param statistic of a curve, in the range
   * @return undefined without positives ({@code no-positives}) or negatives ({@code no-negatives})
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Estimate of(
      Cases cases,
      ToDoubleFunction<RocCurve> statistic,
      Range range,
      double level,
      BootstrapPlan plan) {
    Arguments.checkLevel(level);
    if (cases.positives() == 0 || cases.negatives() == 0) {
      return new Estimate.Undefined(cases.positives() == 0 ? "no-positives" : "no-negatives");
    }
    List<int[]> units = units(cases);
    StatisticBootstrap drawn =
        StatisticBootstrap.of(
            units.size(),
            indices -> {
              Cases resample = cases.drawn(members(units, indices));
              return resample.positives() == 0 || resample.negatives() == 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(statistic.applyAsDouble(RocCurve.of(resample)));
            },
            plan);
    double value = statistic.applyAsDouble(RocCurve.of(cases));
    return new Estimate.Known(
        value,
        drawn
            .distribution()
            .map(values -> PercentileBootstrapInterval.of(values, range, level))
            .orElse(range.whole(level, PercentileBootstrapInterval.ID)));
  }

  /**
   * Clusters in an order that depends on their content, so that the cases' order does not matter.
   */
  private static List<int[]> units(Cases cases) {
    int[] codes = cases.clusters();
    Map<Integer, List<Integer>> byCode = new TreeMap<>();
    for (int i = 0; i < codes.length; i++) {
      byCode.computeIfAbsent(codes[i], code -> new ArrayList<>()).add(i);
    }
    List<int[]> units = new ArrayList<>();
    byCode.values().forEach(list -> units.add(list.stream().mapToInt(i -> i).toArray()));
    units.sort((a, b) -> Arrays.compare(content(cases, a), content(cases, b)));
    return units;
  }

  private static double[] content(Cases cases, int[] unit) {
    double[] content =
        Arrays.stream(unit)
            .boxed()
            .sorted(
                (i, j) -> {
                  int byScore = Double.compare(cases.score(i), cases.score(j));
                  return byScore != 0
                      ? byScore
                      : Boolean.compare(cases.isPositive(i), cases.isPositive(j));
                })
            .flatMapToDouble(
                i -> Arrays.stream(new double[] {cases.score(i), cases.isPositive(i) ? 1 : 0}))
            .toArray();
    return content;
  }

  private static int[] members(List<int[]> units, int[] drawn) {
    return Arrays.stream(drawn).flatMap(u -> Arrays.stream(units.get(u))).toArray();
  }
}
