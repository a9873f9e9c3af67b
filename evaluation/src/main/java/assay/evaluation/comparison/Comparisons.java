package assay.evaluation.comparison;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.comparison.Comparison.SliceResult;
import assay.statistics.Significance;
import assay.statistics.multiplicity.Family;
import assay.statistics.multiplicity.MaxT;
import assay.statistics.resampling.BootstrapPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compares readers pair by pair. */
public final class Comparisons {

  private final Terms terms;

  public Comparisons(Terms terms) {
    this.terms = terms;
  }

  /** How far a comparison goes. */
  public enum Detail {
    /** All samples together. */
    OVERALL,
    /** Every slice of the benchmark too. */
    SLICES
  }

  /**
   * Two sides brought together; the verdict may wait for others of a family.
   *
   * @param extremes the same with what is missing at its worst and best; null where nothing is, or
   *     nothing bounds it
   */
  public record Matched(
      Side first, Side second, Pairing pairing, Contrast contrast, @Nullable Extremes extremes) {}

  /**
   * Compares two.
   *
   * @throws assay.core.AssayException if it would be meaningless: see {@link Pairing}
   */
  public Comparison compare(Side first, Side second) {
    Matched open = match(first, second);
    double p = open.contrast().primary().result().p();
    Judged overall =
        Judged.of(
            open,
            terms,
            terms.level(),
            p,
            p,
            one -> Judged.verdict(one, terms, terms.level(), one.primary().result().p()));
    MetricFamily metrics = MetricFamily.of(terms, single("", open), "");
    @Nullable AmongRead<Verdict> read =
        amongRead(
            open, overall, (contrast, own) -> Judged.verdict(contrast, terms, terms.level(), own));
    return close(open, overall, null, read, Detail.SLICES, metrics.of(""));
  }

  /**
   * Compares three or more, or two as if they were more.
   *
   * @param againstFirst whether each is compared with the first only
   * @param detail whether slices of each pair are compared too
   * @throws assay.core.AssayException if a pair cannot be compared, or the terms adjust by max-t,
   *     which is for one comparison
   */
  public Tournament compareAll(List<Side> sides, boolean againstFirst, Detail detail) {
    if (terms.adjustment().equals(Adjustment.MAX_T)) {
      throw AssayException.usage(
          Problem.of("the correction max-t is for slices of two runs, here are " + sides.size())
              .expected("another, such as holm"));
    }
    SequencedMap<String, Matched> open = new LinkedHashMap<>();
    for (int i = 0; i < (againstFirst ? 1 : sides.size()); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        open.put(i + "/" + j, match(sides.get(i), sides.get(j)));
      }
    }
    Family family =
        new Family(
            (againstFirst ? "the first against each of " : "all pairs of ")
                + (againstFirst ? sides.size() - 1 + " others" : sides.size() + " readers"),
            terms.adjustment().intervals(),
            terms.level(),
            List.copyOf(open.keySet()));
    Map<String, Double> p = new LinkedHashMap<>();
    open.forEach((name, one) -> p.put(name, one.contrast().primary().result().p()));
    Map<String, Family.Verdict> verdicts = family.judge(p);
    MetricFamily metrics = MetricFamily.of(terms, open, " of " + family.name());
    List<Comparison> comparisons = new ArrayList<>();
    open.forEach(
        (name, one) -> {
          Judged overall = judged(one, family, verdicts, p, name);
          @Nullable AmongRead<Verdict> read =
              amongRead(one, overall, (contrast, own) -> again(contrast, family, p, name, own));
          comparisons.add(close(one, overall, family.name(), read, detail, metrics.of(name)));
        });
    return new Tournament(sides, List.of(), comparisons, family.name(), terms);
  }

  /** The pairs of matched sides of which every answer was read; null where there are none. */
  @Nullable Contrast amongRead(Matched open) {
    List<Pair> read = open.pairing().read();
    return read.isEmpty() ? null : contrast(open.first(), open.second(), read, "read by both");
  }

  private @Nullable AmongRead<Verdict> amongRead(
      Matched open, Judged overall, BiFunction<Contrast, Double, Verdict> rule) {
    Verdict said = overall.ofAnswered();
    return AmongRead.of(
        open,
        this,
        said,
        said == Verdict.BETTER || said == Verdict.WORSE,
        terms.level(),
        1,
        (contrast, interval) -> rule.apply(contrast, contrast.primary().result().p()));
  }

  /** One of a family, had it come to another p and the others to theirs. */
  private Verdict again(
      Contrast contrast, Family family, Map<String, Double> p, String name, double own) {
    Map<String, Double> all = new LinkedHashMap<>(p);
    all.put(name, own);
    double adjusted = Objects.requireNonNull(family.judge(all).get(name)).adjusted();
    return Judged.verdict(contrast, terms, family.intervalLevel(), adjusted);
  }

  private static SequencedMap<String, Matched> single(String name, Matched one) {
    SequencedMap<String, Matched> map = new LinkedHashMap<>();
    map.put(name, one);
    return map;
  }

  private Judged judged(
      Matched open,
      Family family,
      Map<String, Family.Verdict> verdicts,
      Map<String, Double> p,
      String name) {
    Family.Verdict verdict = verdicts.get(name);
    if (verdict == null) {
      throw new IllegalStateException("family " + family.name() + " did not judge " + name);
    }
    return Judged.of(
        open,
        terms,
        family.intervalLevel(),
        verdict.p(),
        verdict.adjusted(),
        one -> again(one, family, p, name, one.primary().result().p()));
  }

  /**
   * Brings two together without a verdict.
   *
   * @throws assay.core.AssayException if it would be meaningless: see {@link Pairing}
   */
  public Matched match(Side first, Side second) {
    return matched(first, second, Pairing.of(first, second, terms.byId()), "all samples");
  }

  private Matched narrowed(Matched whole, Parts.Part part) {
    return matched(
        whole.first(),
        whole.second(),
        whole.pairing().narrowed(part.pairs(), part.asked(), part.coverage()),
        part.name());
  }

  private Matched matched(Side first, Side second, Pairing pairing, String part) {
    Scale scale = first.scale().beside(second.scale());
    return new Matched(
        first,
        second,
        pairing,
        contrast(first, second, pairing.pairs(), part),
        Extremes.of(pairing, scale, terms.level(), terms.plan(first, second, part)));
  }

  private Contrast contrast(Side first, Side second, List<Pair> pairs, String part) {
    return Contrast.of(
        pairs, first.scale().beside(second.scale()), terms.plan(first, second, part));
  }

  private Comparison close(
      Matched open,
      Judged overall,
      @Nullable String family,
      @Nullable AmongRead<Verdict> amongRead,
      Detail detail,
      MetricFamily metrics) {
    List<Parts.Part> parts =
        switch (detail) {
          case OVERALL -> List.of();
          case SLICES -> Parts.of(open.first(), open.second());
        };
    SequencedMap<String, Matched> matched = new LinkedHashMap<>();
    SequencedMap<String, List<Pair>> pairs = new LinkedHashMap<>();
    SequencedSet<String> tags = new LinkedHashSet<>();
    for (Parts.Part part : parts) {
      if (!part.pairs().isEmpty()) {
        matched.put(part.name(), narrowed(open, part));
        pairs.put(part.name(), part.pairs());
        tags.add(part.tag());
      }
    }
    Family slices =
        new Family(
            "slices by " + String.join(", ", tags),
            terms.adjustment().intervals(),
            terms.level(),
            List.copyOf(matched.keySet()));
    Map<String, Double> p = new LinkedHashMap<>();
    matched.forEach((name, one) -> p.put(name, one.contrast().primary().result().p()));
    Map<String, Family.Verdict> verdicts =
        terms.adjustment().equals(Adjustment.MAX_T) ? together(open, pairs, p) : slices.judge(p);
    List<SliceResult> results = new ArrayList<>();
    for (Parts.Part part : parts) {
      @Nullable Matched own = matched.get(part.name());
      if (own != null) {
        Judged judged = judged(own, slices, verdicts, p, part.name());
        results.add(
            new SliceResult(
                part.tag(),
                part.value(),
                judged,
                part.coverage(),
                amongRead(own, judged, (one, its) -> again(one, slices, p, part.name(), its))));
      }
    }
    List<Comparison.Unanswered> unanswered =
        parts.stream()
            .filter(part -> part.pairs().isEmpty())
            .map(
                part ->
                    new Comparison.Unanswered(part.tag(), part.value(), part.coverage().missing()))
            .toList();
    return new Comparison(
        open.first(),
        open.second(),
        terms,
        open.pairing(),
        overall,
        family,
        amongRead,
        results,
        unanswered,
        results.isEmpty() ? null : slices.name(),
        metrics.own(),
        metrics.family());
  }

  /** By max-t: exchanges of the two readers that are the same in all slices. */
  private Map<String, Family.Verdict> together(
      Matched open, SequencedMap<String, List<Pair>> parts, Map<String, Double> p) {
    BootstrapPlan plan = terms.plan(open.first(), open.second(), "max-t");
    double[] adjusted = MaxT.adjusted(SliceUnits.of(parts.values()), plan);
    Map<String, Family.Verdict> verdicts = new LinkedHashMap<>();
    for (String name : parts.keySet()) {
      double own = p.getOrDefault(name, 1.0);
      // Drawn, it can fall short of the slice's own.
      double whole = Math.max(own, adjusted[verdicts.size()]);
      verdicts.put(
          name, new Family.Verdict(own, whole, Significance.rejects(whole, terms.level())));
    }
    return verdicts;
  }
}
