package assay.evaluation.estimate;

import assay.core.Sample;
import assay.core.benchmark.Benchmark;
import assay.core.work.Ahead;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.statistics.Interval;
import assay.statistics.Observations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a scoring to estimates: over epochs and variants of a sample first (their mean), then
 * over samples. One pass over the run; keeps a few numbers a sample. For one scoring only.
 */
public final class Reduction {

  private final RunFile file;
  private final Benchmark benchmark;
  private final double level;
  private final RunFacts facts;
  private final List<Composition> compositions;
  private final boolean sliceKinds;
  private final Map<Key, Series> series = new LinkedHashMap<>();
  private final ClusterCodes clusterCodes = new ClusterCodes();
  private final Disagreements disagreements;

  /** Places of readers and arms in results: as the plan has them. */
  private final Map<String, Integer> modelOrder = new LinkedHashMap<>();

  private final Map<String, Integer> armOrder = new LinkedHashMap<>();

  /** What an estimate is about; {@code value} is null where it is about all samples. */
  private record Key(
      String model,
      String arm,
      @Nullable String subset,
      int composition,
      @Nullable String tag,
      @Nullable String value) {}

  /**
   * A reduction.
   *
   * @param level confidence level of intervals, for example 0.95
   */
  public Reduction(RunFile file, Benchmark benchmark, RuleSet rules, double level) {
    this.file = file;
    this.benchmark = benchmark;
    this.level = level;
    this.facts = RunFacts.of(file);
    this.compositions = Composition.of(rules, facts.kinds());
    this.sliceKinds = compositions.stream().allMatch(c -> c.only() != null);
    this.disagreements = new Disagreements(rules);
    facts.models().sequencedKeySet().forEach(name -> modelOrder.put(name, modelOrder.size()));
  }

  /**
   * The estimates of a scoring.
   *
   * @throws assay.core.AssayException if answers came after the scoring was made
   */
  public Results reduce(long scoring) {
    try (ScoredTrials trials = new ScoredTrials(file, scoring);
        Ahead<ScoredTrials.Scored> each = trials.ahead()) {
      List<ScoredTrials.Scored> together = new ArrayList<>();
      while (each.hasNext()) {
        ScoredTrials.Scored trial = each.next();
        if (!together.isEmpty() && !belongs(together.getFirst(), trial)) {
          close(together);
          together.clear();
        }
        together.add(trial);
      }
      if (!together.isEmpty()) {
        close(together);
      }
    }
    return new Results(estimates(), disagreements.list());
  }

  private static boolean belongs(ScoredTrials.Scored first, ScoredTrials.Scored other) {
    return first.sample().id().equals(other.sample().id())
        && first.arm().equals(other.arm())
        && first.model().equals(other.model());
  }

  private void close(List<ScoredTrials.Scored> trials) {
    ScoredTrials.Scored first = trials.getFirst();
    Sample sample = first.sample();
    armOrder.putIfAbsent(first.arm(), armOrder.size());
    for (int c = 0; c < compositions.size(); c++) {
      Composition composition = compositions.get(c);
      if (!composition.pairs().containsKey(sample.kind())) {
        continue;
      }
      take(new Key(first.model(), first.arm(), null, c, null, null), sample, trials);
      if (sample.subset() != null
          && !sample.subset().equals(facts.subset())
          && benchmark.subsets().size() > 1) {
        take(new Key(first.model(), first.arm(), sample.subset(), c, null, null), sample, trials);
      }
      if (composition.only() != null && !sliceKinds) {
        continue;
      }
      for (String tag : benchmark.slices()) {
        for (String value : Slices.rolledUp(sample.tags().getOrDefault(tag, List.of()))) {
          take(new Key(first.model(), first.arm(), null, c, tag, value), sample, trials);
        }
      }
    }
    trials.forEach(disagreements::add);
  }

  private void take(Key key, Sample sample, List<ScoredTrials.Scored> trials) {
    series
        .computeIfAbsent(key, k -> new Series(compositions.get(k.composition()), clusterCodes))
        .add(sample, trials);
  }

  private List<Estimate> estimates() {
    List<String> tags = benchmark.slices();
    Comparator<Key> order =
        Comparator.<Key>comparingInt(key -> modelOrder.getOrDefault(key.model(), 0))
            .thenComparingInt(key -> armOrder.getOrDefault(key.arm(), 0))
            .thenComparingInt(
                key -> key.subset() == null ? -1 : benchmark.subsets().indexOf(key.subset()))
            .thenComparingInt(Key::composition)
            .thenComparingInt(key -> key.tag() == null ? -1 : tags.indexOf(key.tag()))
            .thenComparing(key -> String.valueOf(key.value()));
    Map<Key, Estimate> byKey = new LinkedHashMap<>();
    series.entrySet().stream()
        .filter(entry -> entry.getKey().tag() == null || entry.getValue().meaningful())
        .sorted(Map.Entry.comparingByKey(order))
        .forEach(entry -> byKey.put(entry.getKey(), estimate(entry.getKey(), entry.getValue())));
    List<Estimate> all = new ArrayList<>();
    byKey.forEach((key, estimate) -> all.add(estimate.with(subsetMean(key, byKey))));
    return all;
  }

  private Estimate estimate(Key key, Series sum) {
    Composition composition = sum.composition();
    @Nullable Double value = sum.value();
    String metric = composition.metric().descriptor().name();
    SequencedMap<String, String> slice = slice(key, composition);
    Observations observations = sum.observations();
    @Nullable Interval interval = value == null ? null : Intervals.of(sum, observations, level);
    Detectable detectable = Detectable.of(sum, observations, value, interval);
    return new Estimate(
        benchmark.name(),
        key.subset() == null ? facts.subset() : key.subset(),
        facts.split(),
        key.model(),
        key.arm(),
        slice,
        metric,
        Intervals.isShare(composition),
        composition.extractor(),
        composition.scorer(),
        composition.first() && slice.isEmpty(),
        value,
        interval == null ? null : finite(interval.lower()),
        interval == null ? null : finite(interval.upper()),
        level,
        interval == null ? "none" : interval.method(),
        sum.n(),
        sum.declaresClusters() ? Integer.valueOf(sum.clusterCount()) : null,
        detectable.distance(),
        detectable.why(),
        sum.valueOfRead(),
        sum.bounds(),
        sum.tally().counts(facts.models().getOrDefault(key.model(), 0L)),
        chance(key, slice, metric, sum),
        null,
        published(key, slice, sum));
  }

  private static SequencedMap<String, String> slice(Key key, Composition composition) {
    SequencedMap<String, String> slice = new LinkedHashMap<>();
    if (composition.only() != null) {
      slice.put(Slices.KIND, composition.only().id());
    }
    if (key.tag() != null && key.value() != null) {
      slice.put(key.tag(), key.value());
    }
    return slice;
  }

  /** An end that nothing bounds is no number. */
  private static @Nullable Double finite(double end) {
    return Double.isFinite(end) ? end : null;
  }

  /** What the benchmark declares holds for all its samples; of parts it is reckoned. */
  private @Nullable Double chance(
      Key key, SequencedMap<String, String> slice, String metric, Series sum) {
    if (!metric.equals("accuracy")) {
      return null;
    }
    @Nullable Double declared = benchmark.baselines().chance();
    boolean whole = key.subset() == null && facts.subset() == null && slice.isEmpty();
    return whole && declared != null ? declared : sum.chance();
  }

  /** Others' results are of whole benchmarks, put as published: nothing else is set beside them. */
  private Estimate.@Nullable Published published(
      Key key, SequencedMap<String, String> slice, Series sum) {
    @Nullable Double value = sum.value();
    if (value == null || sum.tally().isPart() || !key.arm().equals("standard")) {
      return null;
    }
    return PublishedMatch.find(
        benchmark, facts, key.model(), key.subset(), slice, sum.composition(), value);
  }

  private Estimate.@Nullable SubsetMean subsetMean(Key key, Map<Key, Estimate> byKey) {
    if (key.subset() != null
        || key.tag() != null
        || facts.subset() != null
        || benchmark.subsets().size() < 2) {
      return null;
    }
    List<Estimate> parts = new ArrayList<>();
    List<Series> sums = new ArrayList<>();
    for (String subset : benchmark.subsets()) {
      Key own = new Key(key.model(), key.arm(), subset, key.composition(), null, null);
      @Nullable Estimate part = byKey.get(own);
      @Nullable Series sum = series.get(own);
      if (part != null && sum != null) {
        parts.add(part);
        sums.add(sum);
      }
    }
    return Estimate.SubsetMean.of(
        parts, (one, other) -> sums.get(one).correlation(sums.get(other)));
  }
}
