package assay.evaluation.support;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.Target;
import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Prompt;
import assay.core.exchange.Generation;
import assay.evaluation.scoring.RuleSet;
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Scorers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Benchmarks of a few samples, put together step by step. */
public final class SmallBenchmark {

  private final List<Sample> samples = new ArrayList<>();
  private final SequencedMap<AnswerKind, Benchmark.Rules> rules = new LinkedHashMap<>();
  private List<String> subsets = List.of();
  private List<String> slices = List.of();
  private List<Benchmark.Published> published = List.of();
  private @Nullable Double chance;

  /** An empty one that asks for choices, read by {@code exact}, and sums accuracy up. */
  public static SmallBenchmark ofChoices() {
    return new SmallBenchmark().rules(AnswerKind.CHOICE, "exact", "choice", "accuracy");
  }

  /** An empty one without rules. */
  public static SmallBenchmark empty() {
    return new SmallBenchmark();
  }

  /** Rules for a kind; several names are separated by commas. */
  public SmallBenchmark rules(AnswerKind kind, String extractors, String scorers, String metrics) {
    rules.put(kind, new Benchmark.Rules(list(extractors), list(scorers), list(metrics)));
    return this;
  }

  private static List<String> list(String names) {
    return Arrays.asList(names.split(","));
  }

  public SmallBenchmark subsets(String... names) {
    subsets = List.of(names);
    return this;
  }

  public SmallBenchmark slices(String... tags) {
    slices = List.of(tags);
    return this;
  }

  public SmallBenchmark chance(double value) {
    chance = value;
    return this;
  }

  public SmallBenchmark published(Benchmark.Published... results) {
    published = List.of(results);
    return this;
  }

  /** So many choices of A to D, called q1 and on, the right one A, B, C, D, A, … */
  public SmallBenchmark choices(int count) {
    for (int i = 1; i <= count; i++) {
      add(choice("q" + i, String.valueOf((char) ('A' + (i - 1) % 4))));
    }
    return this;
  }

  public SmallBenchmark add(Sample... more) {
    samples.addAll(List.of(more));
    return this;
  }

  /** A choice of A to D; its question is {@code question ID}. */
  public static Sample choice(String id, String key) {
    return sample(id, Target.Choice.of(key));
  }

  /** A sample; choices have four options. */
  public static Sample sample(String id, Target target) {
    List<Option> options = new ArrayList<>();
    if (target.kind() == AnswerKind.CHOICE) {
      for (char letter = 'A'; letter <= 'D'; letter++) {
        options.add(new Option(String.valueOf(letter), "option " + letter + " of " + id));
      }
    }
    return new Sample(
        id,
        null,
        "en",
        "question " + id,
        options,
        List.of(),
        target,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        List.of());
  }

  /** The same sample in a subset. */
  public static Sample in(String subset, Sample s) {
    return new Sample(
        s.id(),
        subset,
        s.language(),
        s.question(),
        s.options(),
        s.media(),
        s.target(),
        s.tags(),
        s.clusters(),
        s.links());
  }

  /** The same sample with a tag more. */
  public static Sample tagged(Sample s, String tag, String... values) {
    LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>(s.tags());
    tags.put(tag, List.of(values));
    return new Sample(
        s.id(),
        s.subset(),
        s.language(),
        s.question(),
        s.options(),
        s.media(),
        s.target(),
        tags,
        s.clusters(),
        s.links());
  }

  /** The same sample of a patient. */
  public static Sample ofPatient(Sample s, String patient) {
    LinkedHashMap<String, String> clusters = new LinkedHashMap<>(s.clusters());
    clusters.put("patient", patient);
    return new Sample(
        s.id(),
        s.subset(),
        s.language(),
        s.question(),
        s.options(),
        s.media(),
        s.target(),
        s.tags(),
        clusters,
        s.links());
  }

  /** What it says of itself. */
  public Benchmark benchmark() {
    return new Benchmark(
        "small",
        "A small one",
        "1",
        "nobody 2026",
        "CC0-1.0",
        "en",
        List.of(),
        List.of("test"),
        subsets,
        new Prompt(null, "{question}", new LinkedHashMap<>(), null),
        Generation.UNSET,
        List.of("standard"),
        rules,
        slices,
        new Benchmark.Baselines(chance, List.of()),
        published);
  }

  /** Its samples. */
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Its samples, readable again and again. */
  public SamplePool pool() {
    List<Sample> all = samples();
    return all::stream;
  }

  /** Its rules, from the room that has them. */
  public RuleSet ruleSet() {
    return RuleSet.resolve(rules, registry());
  }

  /** All rules by name. */
  public static RuleSet.Registry registry() {
    return new RuleSet.Registry(
        Extractors.standard()::byName, Scorers.standard()::byName, Metrics.all()::byName);
  }
}
