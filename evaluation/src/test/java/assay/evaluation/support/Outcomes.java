package assay.evaluation.support;

import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;
import assay.evaluation.comparison.Given;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.comparison.Scale;
import assay.evaluation.comparison.Side;
import assay.evaluation.plan.SkipReason;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Sides of comparisons, laid down sample by sample. */
public final class Outcomes {

  private final String address;
  private final SequencedMap<String, SampleOutcome> samples = new LinkedHashMap<>();
  private final SequencedMap<String, String> settings = new LinkedHashMap<>();
  private final SequencedMap<String, String> part = new LinkedHashMap<>();
  private final SequencedSet<String> tags = new LinkedHashSet<>();
  private String benchmark = "small";
  private @Nullable Double chance;
  private List<Metric> metrics = List.of();
  private boolean hasSubsets;
  private String scorer = "choice@1";
  private Scale scale = new Scale(0, 1, true, true);

  private Outcomes(String address) {
    this.address = address;
  }

  public static Outcomes of(String address) {
    return new Outcomes(address);
  }

  /** So many samples of this score, numbered on. */
  public Outcomes times(int count, double value) {
    for (int i = 0; i < count; i++) {
      put("q" + (samples.size() + 1), value, null);
    }
    return this;
  }

  public Outcomes put(String id, double value, @Nullable String cluster, String... tagAndValue) {
    return put(id, Status.SCORED, value, value, value, 0, cluster, tagAndValue);
  }

  /** One of whose trials some failed: it could have come to anything from the worst to the best. */
  public Outcomes partial(String id, double value, double worst, double best) {
    return put(id, Status.SCORED, value, worst, best, 1, null);
  }

  /** One without an outcome; its bounds are those of the scale. */
  public Outcomes missing(String id, Status status, String... tagAndValue) {
    return put(id, status, Double.NaN, scale.lower(), scale.upper(), 1, null, tagAndValue);
  }

  private Outcomes put(
      String id,
      Status status,
      double value,
      double worst,
      double best,
      int lost,
      @Nullable String cluster,
      String... tagAndValue) {
    SequencedMap<String, SequencedSet<String>> slices = new LinkedHashMap<>();
    for (int i = 0; i + 1 < tagAndValue.length; i += 2) {
      tags.add(tagAndValue[i]);
      slices.computeIfAbsent(tagAndValue[i], tag -> new LinkedHashSet<>()).add(tagAndValue[i + 1]);
    }
    samples.put(
        id,
        new SampleOutcome(
            id,
            "content of " + id,
            "What of " + id + "?",
            slices,
            cluster,
            status,
            value,
            worst,
            best,
            lost,
            status == Status.NOT_ASKED ? SkipReason.LIMIT : null,
            0.25,
            0,
            "A",
            null,
            List.of(),
            status == Status.SCORED ? List.of(new Given(value, null, true, "")) : List.of(),
            address + " on " + id,
            List.of()));
    return this;
  }

  public Outcomes setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  public Outcomes metrics(Metric... those) {
    metrics = List.of(those);
    return this;
  }

  public Outcomes hasSubsets() {
    hasSubsets = true;
    return this;
  }

  /** One of classes; nothing is read where {@code observed} is null. */
  public Outcomes said(
      String id,
      String expected,
      @Nullable String observed,
      @Nullable String cluster,
      String... tagAndValue) {
    put(id, expected.equals(observed) ? 1 : 0, cluster, tagAndValue);
    SampleOutcome plain = samples.get(id);
    samples.put(
        id,
        new SampleOutcome(
            id,
            plain.content(),
            plain.excerpt(),
            plain.slices(),
            cluster,
            Status.SCORED,
            plain.value(),
            plain.value(),
            plain.value(),
            0,
            null,
            0.25,
            observed == null ? 1 : 0,
            observed == null ? "" : observed,
            expected,
            List.of(),
            List.of(new Given(plain.value(), observed, observed != null, "")),
            plain.replies(),
            List.of()));
    return this;
  }

  /** One of classes that failed. */
  public Outcomes failed(String id, String expected, String... tagAndValue) {
    missing(id, Status.FAILED, tagAndValue);
    SampleOutcome plain = samples.get(id);
    samples.put(
        id,
        new SampleOutcome(
            id,
            plain.content(),
            plain.excerpt(),
            plain.slices(),
            null,
            Status.FAILED,
            Double.NaN,
            plain.worst(),
            plain.best(),
            1,
            null,
            0.25,
            Double.NaN,
            "",
            expected,
            List.of(),
            List.of(),
            "",
            List.of()));
    return this;
  }

  /** One of texts. */
  public Outcomes wrote(String id, String reference, String said, @Nullable String cluster) {
    put(id, 0.5, cluster);
    SampleOutcome plain = samples.get(id);
    samples.put(
        id,
        new SampleOutcome(
            id,
            plain.content(),
            plain.excerpt(),
            plain.slices(),
            cluster,
            Status.SCORED,
            plain.value(),
            plain.value(),
            plain.value(),
            0,
            null,
            0.25,
            0,
            said,
            null,
            List.of(reference),
            List.of(new Given(plain.value(), null, true, said)),
            plain.replies(),
            List.of()));
    return this;
  }

  public Outcomes benchmark(String name) {
    benchmark = name;
    return this;
  }

  public Outcomes scorer(String id) {
    scorer = id;
    return this;
  }

  public Outcomes range(ScoreRange range) {
    scale =
        new Scale(
            Math.min(range.worst(), range.best()),
            Math.max(range.worst(), range.best()),
            range.higherIsBetter(),
            false);
    return this;
  }

  /** Scores lie between wrong and right too. */
  public Outcomes between() {
    scale = new Scale(0, 1, true, false);
    return this;
  }

  /** What the benchmark declares that guessing reaches. */
  public Outcomes chance(double declared) {
    chance = declared;
    return this;
  }

  /** Of these samples only. */
  public Outcomes part(String key, String value) {
    part.put(key, value);
    return this;
  }

  public Side side() {
    return new Side(
        address,
        part,
        benchmark,
        "A small benchmark",
        "test",
        "reader " + address,
        "standard",
        null,
        "layered@1",
        scorer,
        new Side.Scoring(1, 1),
        scale,
        metrics,
        hasSubsets,
        settings,
        List.copyOf(tags),
        7,
        chance,
        samples);
  }
}
