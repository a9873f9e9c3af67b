package assay.evaluation.comparison;

import assay.evaluation.comparison.Comparison.MetricResult;
import assay.evaluation.comparison.Comparisons.Matched;
import assay.evaluation.estimate.WrongLabels;
import assay.statistics.multiplicity.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics besides the mean score of several comparisons, judged together.
 *
 * @param family its name; null where there are none
 * @param byName the metrics of each comparison
 */
record MetricFamily(@Nullable String family, Map<String, List<MetricResult>> byName) {

  private static final String METRICS = "metrics besides the mean score";

  /** Those of one comparison alone. */
  MetricFamily of(String name) {
    List<MetricResult> own = byName.getOrDefault(name, List.of());
    return new MetricFamily(own.isEmpty() ? null : family, Map.of("", own));
  }

  List<MetricResult> own() {
    return byName.getOrDefault("", List.of());
  }

  /**
   * Of these.
   *
   * @param ofWhat what is added to the name of the family
   */
  static MetricFamily of(Terms terms, SequencedMap<String, Matched> open, String ofWhat) {
    return new Judge(terms).of(open, METRICS + ofWhat);
  }

  /** Judges by fixed terms. */
  private record Judge(Terms terms) {

    MetricFamily of(SequencedMap<String, Matched> open, String family) {
      SequencedMap<String, List<MetricContrasts.Open>> asked = new LinkedHashMap<>();
      open.forEach(
          (name, one) ->
              asked.put(
                  name,
                  MetricContrasts.of(
                      one.first(),
                      one.second(),
                      one.first().metrics(),
                      one.pairing().pairs(),
                      metric -> terms.plan(one.first(), one.second(), "metric " + metric))));
      Levels levels = levels(asked.values().stream().mapToInt(List::size).sum());
      SequencedMap<String, List<MetricContrast>> contrasts = new LinkedHashMap<>();
      List<Double> p = new ArrayList<>();
      asked.forEach(
          (name, waiting) -> {
            List<MetricContrast> own = waiting.stream().map(one -> one.at(levels)).toList();
            own.forEach(contrast -> p.add(contrast.test().p()));
            contrasts.put(name, own);
          });
      double[] adjusted = adjusted(p);
      Map<String, List<MetricResult>> results = new LinkedHashMap<>();
      int next = 0;
      for (Map.Entry<String, List<MetricContrast>> entry : contrasts.entrySet()) {
        Matched matched = Objects.requireNonNull(open.get(entry.getKey()));
        List<Map<String, MetricContrast>> extremes = extremes(matched, levels);
        List<MetricResult> own = new ArrayList<>();
        for (MetricContrast contrast : entry.getValue()) {
          int place = next++;
          own.add(
              result(
                  contrast,
                  adjusted[place],
                  matched,
                  extremes.stream()
                      .filter(all -> all.containsKey(contrast.name()))
                      .map(
                          all ->
                              verdict(
                                  Objects.requireNonNull(all.get(contrast.name())),
                                  p,
                                  place,
                                  matched))
                      .toList()));
        }
        results.put(entry.getKey(), own);
      }
      return new MetricFamily(family, results);
    }

    private double[] adjusted(List<Double> p) {
      return terms
          .adjustment()
          .intervals()
          .adjusted(p.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What a contrast comes to in the place of one of the family. */
    private Verdict verdict(MetricContrast contrast, List<Double> p, int place, Matched of) {
      List<Double> all = new ArrayList<>(p);
      all.set(place, contrast.test().p());
      return contrast.verdict(adjusted(all)[place], terms.level(), margin(contrast, of));
    }

    /**
     * By name, with all that is missing gone against the first, and for it, with every kind of
     * wrong label; none where none is. Of whole texts no answer is the worst or the best.
     */
    private List<Map<String, MetricContrast>> extremes(Matched open, Levels levels) {
      if (open.extremes() == null) {
        return List.of();
      }
      Scale scale = open.first().scale().beside(open.second().scale());
      List<Map<String, MetricContrast>> both = new ArrayList<>();
      for (WrongLabels.Filling wrong : open.pairing().wrongLabels()) {
        for (boolean forFirst : new boolean[] {false, true}) {
          both.add(
              byName(
                  open,
                  levels,
                  open.pairing().asked().stream()
                      .map(pair -> pair.extreme(forFirst, scale, wrong))
                      .toList()));
        }
      }
      return both;
    }

    private Map<String, MetricContrast> byName(Matched open, Levels levels, List<Pair> pairs) {
      Map<String, MetricContrast> byName = new LinkedHashMap<>();
      MetricContrasts.of(
              open.first(),
              open.second(),
              open.first().metrics().stream().filter(metric -> !metric.ofTexts()).toList(),
              pairs,
              metric -> terms.plan(open.first(), open.second(), "metric " + metric))
          .forEach(
              waiting -> {
                MetricContrast contrast = waiting.at(levels);
                byName.put(contrast.name(), contrast);
              });
      return byName;
    }

    /**
     * With its verdict.
     *
     * @param extremes what it comes to with all that is missing gone one way, and the other
     */
    private MetricResult result(
        MetricContrast contrast, double adjusted, Matched open, List<Verdict> extremes) {
      int incomplete = open.pairing().coverage().incomplete();
      Coverage.@Nullable Bounds bounds = MetricBounds.of(open, contrast);
      Verdict answered = contrast.verdict(adjusted, terms.level(), margin(contrast, open));
      boolean stands =
          incomplete == 0 || (bounds != null && extremes.stream().allMatch(answered::equals));
      Verdict verdict = stands ? answered : Verdict.UNDECIDED;
      return new MetricResult(
          contrast, adjusted, verdict, verdict == answered ? null : answered, incomplete, bounds);
    }

    /** Of so many metrics; the margin alone asks for intervals that hold together. */
    private Levels levels(int metrics) {
      List<String> members = IntStream.range(0, metrics).mapToObj(String::valueOf).toList();
      Family family = new Family(METRICS, terms.adjustment().intervals(), terms.level(), members);
      return new Levels(
          terms.level(), terms.margin() == null ? terms.level() : family.intervalLevel());
    }

    /**
     * The margin is in the unit of the scores: for metrics over classes only where that is shares,
     * and for those of whole texts, which have scales of their own, never.
     */
    private @Nullable Double margin(MetricContrast contrast, Matched of) {
      boolean shares = of.first().scale().isShare();
      return switch (contrast.unit()) {
        case SCORES -> terms.margin();
        case SHARE, NUMBER -> shares ? terms.margin() : null;
        case CORPUS -> null;
      };
    }
  }
}
