package assay.report.support;

import assay.evaluation.estimate.Counts;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.evaluation.estimate.Undetectable;
import assay.report.json.RunSummary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Estimates made up field by field, so that a text does not depend on what computes them. */
public final class MadeUp {

  private @Nullable String subset;
  private String model = "openai:qwen2.5-vl-7b";
  private String arm = "standard";
  private final SequencedMap<String, String> slice = new LinkedHashMap<>();
  private String metric = "accuracy";
  private boolean share = true;
  private String extractor = "layered@1";
  private String scorer = "choice@1";
  private boolean headline;
  private @Nullable Double value = 0.39;
  private @Nullable Double lower = 0.3002;
  private @Nullable Double upper = 0.488;
  private String interval = "wilson";
  private long n = 100;
  private @Nullable Integer clusters;
  private @Nullable Double detectable = 0.1376;
  private @Nullable Undetectable undetectable;
  private @Nullable Double ofRead = 0.39;
  private Estimate.@Nullable Bounds bounds;
  private Counts counts = counts(100, 100, 0, 0, 0);
  private @Nullable Double chance;
  private Estimate.@Nullable SubsetMean mean;
  private Estimate.@Nullable Published published;

  /** Counts of a run in which nothing was skipped or failed. */
  public static Counts counts(
      long planned, long read, long unreadable, long refused, long truncated) {
    return new Counts(
        planned,
        new TreeMap<>(),
        new TreeMap<>(),
        read,
        0,
        0,
        unreadable,
        refused,
        truncated,
        new TreeMap<>(),
        0);
  }

  /** Alternating names and values. */
  public static SequencedMap<String, Long> by(Object... pairs) {
    TreeMap<String, Long> map = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], ((Integer) pairs[i + 1]).longValue());
    }
    return map;
  }

  public MadeUp subset(String name) {
    subset = name;
    return this;
  }

  public MadeUp model(String name) {
    model = name;
    return this;
  }

  public MadeUp arm(String name) {
    arm = name;
    return this;
  }

  public MadeUp slice(String tag, String of) {
    slice.put(tag, of);
    return this;
  }

  public MadeUp metric(String name) {
    metric = name;
    return this;
  }

  public MadeUp rules(String read, String scored) {
    extractor = read;
    scorer = scored;
    return this;
  }

  public MadeUp headline() {
    headline = true;
    return this;
  }

  public MadeUp value(double number, double low, double high) {
    value = number;
    lower = low;
    upper = high;
    ofRead = number;
    return this;
  }

  /** A value without an interval. */
  public MadeUp unbounded(double number) {
    value = number;
    lower = null;
    upper = null;
    return undetectable(Undetectable.NO_INTERVAL);
  }

  /** Nothing could be scored. */
  public MadeUp undefined() {
    value = null;
    lower = null;
    upper = null;
    ofRead = null;
    detectable = null;
    undetectable = Undetectable.NO_VALUE;
    interval = "none";
    return n(0);
  }

  public MadeUp n(long number) {
    n = number;
    return this;
  }

  public MadeUp clusters(int number) {
    clusters = number;
    interval = "wilson-clustered";
    return this;
  }

  public MadeUp detectable(double points) {
    detectable = points;
    undetectable = null;
    return this;
  }

  public MadeUp undetectable(Undetectable why) {
    detectable = null;
    undetectable = why;
    return this;
  }

  /** A number, such as κ, by a method. */
  public MadeUp number(String name, String method) {
    metric = name;
    interval = method;
    share = false;
    return this;
  }

  public MadeUp ofRead(@Nullable Double number) {
    ofRead = number;
    return this;
  }

  public MadeUp bounds(double worst, double best) {
    bounds = new Estimate.Bounds(worst, best);
    return this;
  }

  public MadeUp counts(Counts other) {
    counts = other;
    return this;
  }

  public MadeUp chance(double number) {
    chance = number;
    return this;
  }

  public MadeUp mean(double number, double low, double high, int subsets) {
    mean = new Estimate.SubsetMean(number, low, high, subsets, 0.031);
    return this;
  }

  public MadeUp published(double number, int decimals, boolean agrees) {
    published = new Estimate.Published(number, decimals, "table 2", agrees);
    return this;
  }

  /** The estimate. */
  public Estimate estimate() {
    return new Estimate(
        "small",
        subset,
        "test",
        model,
        arm,
        slice,
        metric,
        share,
        extractor,
        scorer,
        headline,
        value,
        lower,
        upper,
        0.95,
        interval,
        n,
        clusters,
        detectable,
        undetectable,
        ofRead,
        bounds,
        counts,
        chance,
        mean,
        published);
  }

  /** Results without disagreements. */
  public static Results results(MadeUp... estimates) {
    return new Results(Arrays.stream(estimates).map(MadeUp::estimate).toList(), List.of());
  }

  /** A run of these readers. */
  public static RunSummary run(String... models) {
    return new RunSummary(
        "runs/small/run.assay",
        "small",
        "A small benchmark",
        "1",
        "test",
        null,
        List.of(models),
        7,
        "complete",
        true,
        new RunSummary.Trials(100, 0, 0, 0, 100, 0, 1_000, 200, 100, 0.5, 100));
  }
}
