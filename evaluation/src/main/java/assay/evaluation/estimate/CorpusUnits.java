package assay.evaluation.estimate;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.core.measure.ScoreRange;
import assay.reading.corpus.CorpusMeasure;
import assay.reading.corpus.CorpusMetric;
import assay.statistics.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that a measure of a corpus is a function of, summed over each cluster, or sample
 * where there are none; nothing for other metrics. Of a measure that learns something of the whole
 * corpus first (CIDEr) the texts themselves are kept until that is known.
 */
final class CorpusUnits {

  private static final double ROUNDING = 1e-12;

  private final @Nullable CorpusMeasure measure;
  private final CorpusMeasure.@Nullable Sums direct;
  private final SortedMap<String, Unit> byName = new TreeMap<>();
  private final SortedMap<String, List<Outcome.Texts>> waiting = new TreeMap<>();
  private CorpusMeasure.@Nullable Sums learnt;

  /** What is left out at once: numbers summed over its answers. */
  static final class Unit {
    private final double[] numbers;
    private int answers = 1;

    private Unit(double[] numbers) {
      this.numbers = numbers;
    }

    private Unit plus(Unit other) {
      addTo(other, numbers);
      answers += other.answers;
      return this;
    }

    private static void addTo(Unit other, double[] sums) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.numbers[i];
      }
    }

    int answers() {
      return answers;
    }

    /** How many numbers there are. */
    int size() {
      return numbers.length;
    }

    /** Adds them to others. */
    void addTo(double[] sums) {
      addTo(this, sums);
    }

    /** Others less these. What rounding leaves of a number that only this unit has is nothing. */
    double[] leftOutOf(double[] sums) {
      double[] rest = sums.clone();
      for (int i = 0; i < rest.length; i++) {
        double others = sums[i] - numbers[i];
        rest[i] = Math.abs(others) < ROUNDING * Math.abs(sums[i]) ? 0 : others;
      }
      return rest;
    }
  }

  CorpusUnits(Metric metric) {
    this.measure = metric instanceof CorpusMetric corpus ? corpus.measure() : null;
    this.direct = measure == null ? null : measure.sums();
  }

  void add(Outcome outcome) {
    Outcome.@Nullable Texts texts = outcome.texts();
    if (measure == null || texts == null) {
      return;
    }
    String name =
        outcome.cluster() == null ? "sample " + outcome.sampleId() : "cluster " + outcome.cluster();
    if (direct == null) {
      waiting.computeIfAbsent(name, unit -> new ArrayList<>(1)).add(texts);
    } else {
      byName.merge(name, unit(direct, texts), Unit::plus);
    }
  }

  private static Unit unit(CorpusMeasure.Sums sums, Outcome.Texts texts) {
    return new Unit(sums.of(texts.answer(), texts.references()).clone());
  }

  /** How the measure is reckoned from sums, over the corpus of all that was added. */
  CorpusMeasure.Sums sums() {
    CorpusMeasure.@Nullable Sums known = direct == null ? learnt : direct;
    if (known == null) {
      List<List<String>> corpus = new ArrayList<>();
      waiting.values().forEach(unit -> unit.forEach(texts -> corpus.add(texts.references())));
      known = required().sumsWithin(corpus);
      learnt = known;
    }
    return known;
  }

  /** From the worst to the best value of the measure. */
  ScoreRange range() {
    return required().range();
  }

  private CorpusMeasure required() {
    if (measure == null) {
      throw new IllegalStateException("the metric is none of a corpus");
    }
    return measure;
  }

  /** What each answer comes to alone, within the range, where the measure is the mean of that. */
  Observations values() {
    CorpusMeasure.Sums sums = sums();
    ScoreRange range = range();
    double low = Math.min(range.worst(), range.best());
    double high = Math.max(range.worst(), range.best());
    List<Double> values = new ArrayList<>();
    List<String> units = new ArrayList<>();
    waiting.forEach(
        (name, answers) -> {
          for (Outcome.Texts texts : answers) {
            double own = sums.value(sums.of(texts.answer(), texts.references()));
            values.add(Math.clamp(own, low, high)); // rounding leads a little beyond
            units.add(name);
          }
        });
    Observations all = Observations.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    return waiting.size() < units.size() ? all.inClusters(units) : all;
  }

  /**
   * The units of a measure that is a function of sums, in the order of their names, so that the
   * order of trials is none.
   */
  List<Unit> list() {
    return List.copyOf(byName.values());
  }
}
