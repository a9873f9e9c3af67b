package assay.evaluation.estimate;

import assay.core.AnswerKind;
import assay.core.Sample;
import assay.core.benchmark.Benchmark;
import assay.core.measure.Extractor;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialState;
import assay.statistics.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a scoring to estimates: over epochs and variants of a sample first (their mean), then
 * over samples. One pass over the run; keeps a few numbers a sample.
 */
public final class Reduction {

  private final RunFile file;
  private final Benchmark benchmark;
  private final double level;
  private final RunFacts facts;
  private final List<Composition> compositions;
  private final Map<Key, Series> series = new LinkedHashMap<>();
  private final Map<List<String>, long[]> differing = new LinkedHashMap<>();
  private final RuleSet rules;

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
    this.rules = rules;
    this.level = level;
    this.facts = RunFacts.of(file);
    SequencedSet<AnswerKind> kinds = facts.kinds();
    this.compositions = Composition.of(rules, kinds);
  }

  /**
   * The estimates of a scoring.
   *
   * @throws assay.core.AssayException if answers came after the scoring was made
   */
  public Results reduce(long scoring) {
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      List<ScoredTrials.Scored> together = new ArrayList<>();
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
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
    return new Results(estimates(), disagreements());
  }

  private static boolean belongs(ScoredTrials.Scored first, ScoredTrials.Scored other) {
    return first.sample().id().equals(other.sample().id())
        && first.arm().equals(other.arm())
        && first.model().equals(other.model());
  }

  private void close(List<ScoredTrials.Scored> trials) {
    ScoredTrials.Scored first = trials.getFirst();
    Sample sample = first.sample();
    for (int c = 0; c < compositions.size(); c++) {
      Composition composition = compositions.get(c);
      if (!composition.pairs().containsKey(sample.kind())) {
        continue;
      }
      take(new Key(first.model(), first.arm(), null, c, null, null), sample, trials);
      if (sample.subset() != null && benchmark.subsets().size() > 1) {
        take(new Key(first.model(), first.arm(), sample.subset(), c, null, null), sample, trials);
      }
      if (composition.only() != null) {
        continue;
      }
      for (String tag : benchmark.slices()) {
        for (String value : Tags.rolledUp(sample.tags().getOrDefault(tag, List.of()))) {
          take(new Key(first.model(), first.arm(), null, c, tag, value), sample, trials);
        }
      }
    }
    trials.forEach(this::compare);
  }

  private void take(Key key, Sample sample, List<ScoredTrials.Scored> trials) {
    series
        .computeIfAbsent(key, k -> new Series(compositions.get(k.composition())))
        .add(sample, trials);
  }

  private void compare(ScoredTrials.Scored trial) {
    List<Extractor> extractors = rules.of(trial.sample().kind()).extractors();
    if (trial.state() != TrialState.ANSWERED || extractors.isEmpty()) {
      return;
    }
    String first = extractors.getFirst().descriptor().id();
    ScoredTrials.ReadingRow one = Rows.reading(trial, first);
    extractors.stream()
        .skip(1)
        .map(extractor -> extractor.descriptor().id())
        .forEach(
            second -> {
              ScoredTrials.ReadingRow other = Rows.reading(trial, second);
              boolean same = Objects.equals(one.answer(), other.answer());
              long[] sums =
                  differing.computeIfAbsent(
                      List.of(trial.model(), trial.arm(), first, second), key -> new long[2]);
              sums[0] += same ? 0 : 1;
              sums[1]++;
            });
  }

  private List<Results.Disagreement> disagreements() {
    List<Results.Disagreement> all = new ArrayList<>();
    differing.forEach(
        (names, sums) ->
            all.add(
                new Results.Disagreement(
                    names.get(0), names.get(1), names.get(2), names.get(3), sums[0], sums[1])));
    return all;
  }

  private List<Estimate> estimates() {
    List<String> tags = benchmark.slices();
    Comparator<Key> order =
        Comparator.<Key>comparingInt(
                key -> facts.models().sequencedKeySet().stream().toList().indexOf(key.model()))
            .thenComparing(Key::arm)
            .thenComparingInt(
                key -> key.subset() == null ? -1 : benchmark.subsets().indexOf(key.subset()))
            .thenComparingInt(Key::composition)
            .thenComparingInt(key -> key.tag() == null ? -1 : tags.indexOf(key.tag()))
            .thenComparing(key -> String.valueOf(key.value()));
    Map<Key, Estimate> byKey = new LinkedHashMap<>();
    series.entrySet().stream()
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
    SequencedMap<String, String> slice = new LinkedHashMap<>();
    if (composition.only() != null) {
      slice.put("kind", composition.only().id());
    }
    if (key.tag() != null && key.value() != null) {
      slice.put(key.tag(), key.value());
    }
    @Nullable Interval interval = value == null ? null : interval(key, sum, metric);
    @Nullable Double declared = benchmark.baselines().chance();
    return new Estimate(
        benchmark.name(),
        key.subset() == null ? facts.subset() : key.subset(),
        facts.split(),
        key.model(),
        key.arm(),
        slice,
        metric,
        composition.extractor(),
        composition.scorer(),
        composition.first() && slice.isEmpty(),
        value,
        interval == null ? null : Double.valueOf(interval.lower()),
        interval == null ? null : Double.valueOf(interval.upper()),
        level,
        interval == null ? "none" : interval.method(),
        sum.n(),
        sum.declaresClusters() ? Integer.valueOf(sum.clusterCount()) : null,
        sum.valueOfRead(),
        sum.bounds(),
        sum.counts(facts.models().getOrDefault(key.model(), 0L)),
        declared == null && metric.equals("accuracy") ? sum.chance() : declared,
        null,
        value == null
            ? null
            : PublishedMatch.find(
                benchmark, facts, key.model(), key.subset(), slice, composition, value));
  }

  private Interval interval(Key key, Series sum, String metric) {
    String name =
        String.join(
            "/",
            "bootstrap",
            benchmark.name(),
            facts.split(),
            metric,
            String.valueOf(key.subset()),
            String.valueOf(key.tag()),
            String.valueOf(key.value()));
    return sum.composition().metric().mean()
        ? Intervals.of(sum, level, facts.seed(), name)
        : MetricBootstrap.of(sum, level, facts.seed(), name);
  }

  private Estimate.@Nullable SubsetMean subsetMean(Key key, Map<Key, Estimate> byKey) {
    if (key.subset() != null
        || key.tag() != null
        || facts.subset() != null
        || benchmark.subsets().size() < 2) {
      return null;
    }
    double sum = 0;
    double below = 0;
    double above = 0;
    int count = 0;
    for (String subset : benchmark.subsets()) {
      @Nullable Estimate part =
          byKey.get(new Key(key.model(), key.arm(), subset, key.composition(), null, null));
      if (part == null || part.value() == null || part.lower() == null || part.upper() == null) {
        continue;
      }
      sum += part.value();
      below += Math.pow(part.value() - part.lower(), 2);
      above += Math.pow(part.upper() - part.value(), 2);
      count++;
    }
    if (count < 2) {
      return null;
    }
    double mean = sum / count;
    return new Estimate.SubsetMean(
        mean, mean - Math.sqrt(below) / count, mean + Math.sqrt(above) / count, count);
  }

  /**
   * Values of a tag with the more general ones above them: {@code mri/t1} counts as {@code mri}
   * too.
   */
  static final class Tags {
    private Tags() {}

    static List<String> rolledUp(List<String> values) {
      List<String> all = new ArrayList<>();
      for (String value : values) {
        for (int slash = value.indexOf('/'); slash > 0; slash = value.indexOf('/', slash + 1)) {
          add(all, value.substring(0, slash));
        }
        add(all, value);
      }
      return Collections.unmodifiableList(all);
    }

    private static void add(List<String> all, String value) {
      if (!all.contains(value)) {
        all.add(value);
      }
    }
  }
}
