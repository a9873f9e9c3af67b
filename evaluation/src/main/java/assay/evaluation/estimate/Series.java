package assay.evaluation.estimate;

import assay.core.Answer;
import assay.core.Sample;
import assay.core.Target;
import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.core.measure.ScoreRange;
import assay.evaluation.store.ScoredTrials;
import assay.statistics.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sum behind one estimate. Takes the trials of one sample at a time and makes an outcome of
 * them: the mean of their scores where the metric is a mean, else one outcome a trial, which share
 * the sample's weight. Keeps a number or two for each sample.
 */
final class Series {

  /** What stands for a score where the metric compares by itself. */
  private static final ScoredTrials.ScoreRow NO_SCORE = new ScoredTrials.ScoreRow(0, null);

  private final Composition composition;
  private final boolean mean;
  private final Tally tally = new Tally();
  private final Metric.Accumulator answered;
  private final Metric.Accumulator ofRead;
  private final Metric.Accumulator worst;
  private final Metric.Accumulator best;
  private final List<Outcome> lost = new ArrayList<>();
  private final Map<String, Integer> labels = new TreeMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final boolean texts;
  private final CorpusUnits units;
  private final ClusterCodes clusterCodes;
  private final BitSet clustersMet = new BitSet();
  private final Scores values = new Scores();
  private int[] clusters = new int[0];
  private int alone;
  private boolean bounded = true;
  private double chanceSum;
  private boolean chanceKnown = true;
  private @Nullable String firstClass;
  private boolean severalClasses;

  /**
   * An empty series.
   *
   * @param clusterCodes numbers of clusters, shared by all series of a reduction
   */
  Series(Composition composition, ClusterCodes clusterCodes) {
    this.composition = composition;
    this.clusterCodes = clusterCodes;
    this.mean = composition.metric().mean();
    this.texts = composition.metric().ofTexts();
    this.units = new CorpusUnits(composition.metric());
    this.answered = composition.metric().start();
    this.ofRead = composition.metric().start();
    this.worst = composition.metric().start();
    this.best = composition.metric().start();
  }

  Composition composition() {
    return composition;
  }

  /**
   * Whether the metric has something to say here: one over classes, such as macro-F1, has nothing
   * where all samples are of one class, as in a slice by the gold answer.
   */
  boolean meaningful() {
    return mean || texts || severalClasses;
  }

  /** The trials of a sample that were answered and have a score, and how many failed. */
  private static final class Gathered {
    private final List<ScoredTrials.ReadingRow> readings = new ArrayList<>();
    private final List<ScoredTrials.ScoreRow> scores = new ArrayList<>();
    private int lost;
  }

  /** Takes in all trials of one sample under one arm. */
  void add(Sample sample, List<ScoredTrials.Scored> trials) {
    Composition.@Nullable Pair pair = composition.pairs().get(sample.kind());
    if (pair == null) {
      return;
    }
    @Nullable ScoreRange range = texts ? null : pair.scorer().range();
    Gathered gathered = gather(pair, trials, range);
    boolean scored = !gathered.scores.isEmpty();
    if (scored) {
      keep(meanOf(gathered, false), cluster(sample));
      addChance(sample);
    }
    if (mean) {
      addMeans(sample, gathered, range);
    } else if (texts) {
      addTexts(sample, gathered);
    } else {
      addEach(sample, gathered, range);
    }
    if (range == null && gathered.lost > 0) {
      bounded = false;
    }
  }

  private Gathered gather(
      Composition.Pair pair, List<ScoredTrials.Scored> trials, @Nullable ScoreRange range) {
    String extractor = pair.extractor().descriptor().id();
    String scorer = pair.scorer().descriptor().id();
    Gathered gathered = new Gathered();
    for (ScoredTrials.Scored trial : trials) {
      switch (trial.state()) {
        case PLANNED, SKIPPED -> tally.skipped(trial.reason());
        case FAILED -> {
          tally.failed(trial.reason());
          gathered.lost++;
        }
        case ANSWERED -> {
          ScoredTrials.ReadingRow reading = Rows.reading(trial, extractor);
          ScoredTrials.ScoreRow score = texts ? NO_SCORE : Rows.score(trial, extractor, scorer);
          tally.answered(reading, score, range);
          if (score.undefined() == null) {
            gathered.readings.add(reading);
            gathered.scores.add(score);
          }
        }
      }
    }
    return gathered;
  }

  private void addMeans(Sample sample, Gathered gathered, @Nullable ScoreRange range) {
    int scored = gathered.scores.size();
    if (scored > 0) {
      answered.add(outcome(sample, meanOf(gathered, false)));
    }
    if (gathered.readings.stream().anyMatch(ScoredTrials.ReadingRow::isRead)) {
      ofRead.add(outcome(sample, meanOf(gathered, true)));
    }
    int all = scored + gathered.lost;
    if (all > 0 && range != null) {
      double sum = gathered.scores.stream().mapToDouble(ScoredTrials.ScoreRow::value).sum();
      worst.add(outcome(sample, (sum + gathered.lost * range.worst()) / all));
      best.add(outcome(sample, (sum + gathered.lost * range.best()) / all));
    }
  }

  private static Outcome outcome(Sample sample, double value) {
    return new Outcome(sample.id(), value, 1, null, null, null);
  }

  private void addEach(Sample sample, Gathered gathered, @Nullable ScoreRange range) {
    String expected = Labels.of(sample.target());
    if (!(sample.target() instanceof Target.Unstated)) {
      severalClasses |= firstClass != null && !firstClass.equals(expected);
      firstClass = expected;
    }
    labels.merge(expected, 1, Integer::sum);
    @Nullable String cluster = cluster(sample);
    int scored = gathered.scores.size();
    int read = (int) gathered.readings.stream().filter(ScoredTrials.ReadingRow::isRead).count();
    double all = (double) scored + gathered.lost;
    for (int i = 0; i < scored; i++) {
      ScoredTrials.ReadingRow reading = gathered.readings.get(i);
      double value = gathered.scores.get(i).value();
      @Nullable String observed = reading.answer() == null ? null : Labels.of(reading.answer());
      if (observed != null) {
        labels.merge(observed, 1, Integer::sum);
      }
      Outcome one = new Outcome(sample.id(), value, 1.0 / scored, cluster, expected, observed);
      answered.add(one);
      outcomes.add(one);
      if (reading.isRead()) {
        ofRead.add(new Outcome(sample.id(), value, 1.0 / read, cluster, expected, observed));
      }
      Outcome withLost = new Outcome(sample.id(), value, 1 / all, cluster, expected, observed);
      worst.add(withLost);
      best.add(withLost);
    }
    for (int i = 0; i < gathered.lost && range != null; i++) {
      lost.add(new Outcome(sample.id(), range.worst(), 1 / all, cluster, expected, null));
      best.add(new Outcome(sample.id(), range.best(), 1 / all, cluster, expected, expected));
    }
  }

  private void addTexts(Sample sample, Gathered gathered) {
    if (sample.target() instanceof Target.Unstated) {
      return; // nothing to compare with
    }
    if (!(sample.target() instanceof Target.Text target)) {
      throw new IllegalStateException("a metric of texts over a target of " + sample.kind());
    }
    @Nullable String cluster = cluster(sample);
    for (ScoredTrials.ReadingRow reading : gathered.readings) {
      String said = reading.answer() instanceof Answer.Text text ? text.text() : "";
      Outcome one =
          new Outcome(
              sample.id(), 0, 1, cluster, null, null, new Outcome.Texts(said, target.references()));
      answered.add(one);
      if (reading.isRead()) {
        ofRead.add(one);
      }
      units.add(one);
    }
  }

  private static double meanOf(Gathered gathered, boolean readOnly) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < gathered.scores.size(); i++) {
      if (!readOnly || gathered.readings.get(i).isRead()) {
        sum += gathered.scores.get(i).value();
        count++;
      }
    }
    return sum / count;
  }

  private static @Nullable String cluster(Sample sample) {
    return sample.clusters().isEmpty() ? null : sample.clusters().firstEntry().getValue();
  }

  private void keep(double value, @Nullable String cluster) {
    if (cluster != null || clusters.length > 0) {
      keepCluster(cluster);
    }
    alone += cluster == null ? 1 : 0;
    values.add(value);
  }

  /** Most benchmarks have no clusters, and no list of them then. Who has none is alone. */
  private void keepCluster(@Nullable String cluster) {
    int n = values.size();
    int known = clusters.length;
    if (known <= n) {
      clusters = Arrays.copyOf(clusters, Math.max(16, 2 * n));
      for (int i = known; i < clusters.length; i++) {
        clusters[i] = -1 - i;
      }
    }
    if (cluster != null) {
      clusters[n] = clusterCodes.of(cluster);
      clustersMet.set(clusters[n]);
    }
  }

  private void addChance(Sample sample) {
    double chance = Chance.of(sample);
    if (Double.isNaN(chance)) {
      chanceKnown = false;
    } else {
      chanceSum += chance;
    }
  }

  /** Samples with a score. */
  int n() {
    return values.size();
  }

  /** Their mean scores, grouped where samples share clusters. */
  Observations observations() {
    Observations all = Observations.of(values.toArray());
    return isClustered() ? all.inClusters(Arrays.copyOf(clusters, n())) : all;
  }

  /** The outcomes themselves; kept only for metrics that are no mean. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  /** What a measure of a corpus is reckoned from. */
  CorpusUnits units() {
    return units;
  }

  /** Whether some cluster holds more than one sample. */
  private boolean isClustered() {
    return clusterCount() < n();
  }

  /** Whether samples say which cluster they belong to. */
  boolean declaresClusters() {
    return alone < n();
  }

  int clusterCount() {
    return clustersMet.cardinality() + alone;
  }

  @Nullable Double value() {
    return boxed(answered);
  }

  @Nullable Double valueOfRead() {
    return boxed(ofRead);
  }

  /** What guessing is expected to reach, or null where that is not known for every sample. */
  @Nullable Double chance() {
    return chanceKnown && n() > 0 ? chanceSum / n() : null;
  }

  /**
   * How far the values of two series go together, as clusters lie in both (a question and its
   * translation): the correlation of their means by what clusters add to each. 0 where none lies in
   * both; 1, the most cautious, where it cannot be reckoned.
   */
  double correlation(Series other) {
    if (!clustersMet.intersects(other.clustersMet)) {
      return 0;
    }
    if (!mean) {
      return 1;
    }
    Map<Integer, Double> own = departures();
    Map<Integer, Double> others = other.departures();
    double product = 0;
    for (Map.Entry<Integer, Double> departure : own.entrySet()) {
      boolean shared = departure.getKey() >= 0; // below 0 stand samples without a cluster
      product += shared ? departure.getValue() * others.getOrDefault(departure.getKey(), 0.0) : 0;
    }
    double spread = Math.sqrt(squares(own) * squares(others));
    return spread > 0 ? Math.max(-1, Math.min(1, product / spread)) : 1;
  }

  /** How far each cluster's sum of scores lies from what the mean would give it. */
  private Map<Integer, Double> departures() {
    double[] scores = values.toArray();
    double middle = Arrays.stream(scores).average().orElse(0);
    Map<Integer, Double> departures = new LinkedHashMap<>();
    for (int i = 0; i < scores.length; i++) {
      departures.merge(clusters[i], scores[i] - middle, Double::sum);
    }
    return departures;
  }

  private static double squares(Map<Integer, Double> departures) {
    return departures.values().stream().mapToDouble(d -> d * d).sum();
  }

  Estimate.@Nullable Bounds bounds() {
    @Nullable Double low = lost.isEmpty() ? boxed(worst) : atWorst();
    @Nullable Double high = boxed(best);
    return tally.failures() == 0 || !bounded || low == null || high == null
        ? null
        : new Estimate.Bounds(low, high);
  }

  /** With the trials that were lost not read, or all given a wrong label: the least of it. */
  private @Nullable Double atWorst() {
    @Nullable Double least = null;
    for (WrongLabels.Filling wrong : new WrongLabels(labels).fillings()) {
      Metric.Accumulator sum = composition.metric().start();
      sum.merge(worst);
      for (Outcome one : lost) {
        sum.add(
            new Outcome(
                one.sampleId(),
                one.value(),
                one.weight(),
                one.cluster(),
                one.expected(),
                wrong.to(one.expected())));
      }
      @Nullable Double value = boxed(sum);
      if (value != null && (least == null || value < least)) {
        least = value;
      }
    }
    return least;
  }

  Tally tally() {
    return tally;
  }

  private static @Nullable Double boxed(Metric.Accumulator sum) {
    return sum.result().isPresent() ? Double.valueOf(sum.result().getAsDouble()) : null;
  }
}
