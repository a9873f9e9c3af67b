package assay.evaluation.estimate;

import assay.core.Sample;
import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.core.measure.ScoreRange;
import assay.evaluation.store.ScoredTrials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sum behind one estimate. Takes the trials of one sample at a time; keeps a number or two for
 * each sample.
 */
final class Series {

  private final Composition composition;
  private final Metric.Accumulator answered;
  private final Metric.Accumulator ofRead;
  private final Metric.Accumulator worst;
  private final Metric.Accumulator best;
  private final Map<String, Integer> clusterCodes = new LinkedHashMap<>();
  private final Map<String, Long> undefined = new TreeMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private double[] values = new double[16];
  private int[] clusters = new int[16];
  private int n;
  private int alone;
  private boolean bounded = true;
  private long planned;
  private long skipped;
  private long failed;
  private long read;
  private long guessed;
  private long guessedRight;
  private long unreadable;
  private long refused;
  private long truncated;
  private double chanceSum;
  private boolean chanceKnown = true;

  Series(Composition composition) {
    this.composition = composition;
    this.answered = composition.metric().start();
    this.ofRead = composition.metric().start();
    this.worst = composition.metric().start();
    this.best = composition.metric().start();
  }

  Composition composition() {
    return composition;
  }

  /** Takes in all trials of one sample under one arm. */
  void add(Sample sample, List<ScoredTrials.Scored> trials) {
    Composition.@Nullable Pair pair = composition.pairs().get(sample.kind());
    if (pair == null) {
      return;
    }
    String extractor = pair.extractor().descriptor().id();
    String scorer = pair.scorer().descriptor().id();
    @Nullable ScoreRange range = pair.scorer().range();
    double sum = 0;
    int scored = 0;
    double readSum = 0;
    int readScored = 0;
    int lost = 0;
    @Nullable String observed = null;
    for (ScoredTrials.Scored trial : trials) {
      planned++;
      switch (trial.state()) {
        case PLANNED, SKIPPED -> skipped++;
        case FAILED -> {
          failed++;
          lost++;
        }
        case ANSWERED -> {
          ScoredTrials.ReadingRow reading = Rows.reading(trial, extractor);
          ScoredTrials.ScoreRow score = Rows.score(trial, extractor, scorer);
          count(reading, score, range);
          if (reading.answer() != null) {
            observed = Labels.of(reading.answer());
          }
          if (score.undefined() != null) {
            undefined.merge(score.undefined(), 1L, Long::sum);
          } else {
            sum += score.value();
            scored++;
            if (reading.isRead()) {
              readSum += score.value();
              readScored++;
            }
          }
        }
      }
    }
    @Nullable String cluster =
        sample.clusters().isEmpty() ? null : sample.clusters().firstEntry().getValue();
    String expected = Labels.of(sample.target());
    if (scored > 0) {
      keep(sum / scored, cluster);
      addChance(sample);
      Outcome outcome = new Outcome(sample.id(), sum / scored, 1, cluster, expected, observed);
      answered.add(outcome);
      if (!composition.metric().mean()) {
        outcomes.add(outcome);
      }
    }
    if (readScored > 0) {
      ofRead.add(new Outcome(sample.id(), readSum / readScored, 1, cluster, expected, observed));
    }
    if (lost + scored > 0) {
      if (range == null) {
        bounded &= lost == 0;
      } else {
        double all = (double) lost + scored;
        worst.add(
            new Outcome(
                sample.id(), (sum + lost * range.worst()) / all, 1, cluster, expected, observed));
        best.add(
            new Outcome(
                sample.id(), (sum + lost * range.best()) / all, 1, cluster, expected, observed));
      }
    }
  }

  private void count(
      ScoredTrials.ReadingRow reading, ScoredTrials.ScoreRow score, @Nullable ScoreRange range) {
    switch (reading.outcome()) {
      case "read" -> {
        read++;
        if (reading.guessed()) {
          guessed++;
          if (range != null && score.value() == range.best()) {
            guessedRight++;
          }
        }
      }
      case "unreadable" -> unreadable++;
      case "refused" -> refused++;
      case "truncated" -> truncated++;
      default -> throw new IllegalStateException("damaged run file: outcome " + reading.outcome());
    }
  }

  private void keep(double value, @Nullable String cluster) {
    if (n == values.length) {
      values = Arrays.copyOf(values, 2 * n);
      clusters = Arrays.copyOf(clusters, 2 * n);
    }
    values[n] = value;
    clusters[n] =
        cluster == null
            ? -1 - n
            : clusterCodes.computeIfAbsent(cluster, key -> clusterCodes.size());
    alone += cluster == null ? 1 : 0;
    n++;
  }

  private void addChance(Sample sample) {
    double chance =
        switch (sample.kind()) {
          case CHOICE -> sample.options().isEmpty() ? Double.NaN : 1.0 / sample.options().size();
          case YES_NO -> 0.5;
          case TEXT, NUMBER, DATE, LABELS -> Double.NaN;
        };
    if (Double.isNaN(chance)) {
      chanceKnown = false;
    } else {
      chanceSum += chance;
    }
  }

  boolean isEmpty() {
    return planned == 0;
  }

  int n() {
    return n;
  }

  double[] values() {
    return Arrays.copyOf(values, n);
  }

  /** The outcomes themselves; kept only for metrics that are no mean. */
  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  int[] clusterCodes() {
    return Arrays.copyOf(clusters, n);
  }

  /**
   * Whether samples say which cluster they belong to, and some cluster holds more than one of them.
   */
  boolean clustered() {
    return clusterCount() < n;
  }

  /** Whether samples say which cluster they belong to. */
  boolean declaresClusters() {
    return alone < n;
  }

  int clusterCount() {
    return clusterCodes.size() + alone;
  }

  @Nullable Double value() {
    return boxed(answered);
  }

  @Nullable Double valueOfRead() {
    return boxed(ofRead);
  }

  @Nullable Double chance() {
    return chanceKnown && n > 0 ? chanceSum / n : null;
  }

  Estimate.@Nullable Bounds bounds() {
    @Nullable Double low = boxed(worst);
    @Nullable Double high = boxed(best);
    return failed == 0 || !bounded || low == null || high == null
        ? null
        : new Estimate.Bounds(low, high);
  }

  Counts counts(long surplusRows) {
    return new Counts(
        planned,
        skipped,
        failed,
        read,
        guessed,
        guessedRight,
        unreadable,
        refused,
        truncated,
        new TreeMap<>(undefined),
        surplusRows);
  }

  private static @Nullable Double boxed(Metric.Accumulator sum) {
    return sum.result().isPresent() ? Double.valueOf(sum.result().getAsDouble()) : null;
  }
}
