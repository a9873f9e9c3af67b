package assay.evaluation.estimate;

import assay.core.AnswerKind;
import assay.core.measure.Extractor;
import assay.core.measure.Metric;
import assay.core.measure.Scorer;
import assay.evaluation.scoring.RuleSet;
import assay.reading.scorer.RecordedScorer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which extractor and scorer an estimate takes for each kind of answer, and which metric sums up.
 * Where a benchmark asks for one kind only there is one composition for each extractor × scorer ×
 * metric. Where kinds are mixed, the first of each kind together make the headline, a rule that is
 * listed for every kind makes a composition over all samples, and each kind has its own
 * compositions besides.
 *
 * @param only the one kind that it is narrowed to, or null for all samples
 * @param first whether it is the one put first
 * @param metric the metric
 * @param pairs extractor and scorer by kind
 */
record Composition(
    @Nullable AnswerKind only, boolean first, Metric metric, Map<AnswerKind, Pair> pairs) {

  /** An extractor and a scorer. */
  record Pair(Extractor extractor, Scorer scorer) {}

  /** Names of the extractors, joined. */
  String extractor() {
    return join(pairs.values().stream().map(pair -> pair.extractor().descriptor().id()).toList());
  }

  /** Names of the scorers, joined; a metric of texts compares by itself. */
  String scorer() {
    if (metric.ofTexts()) {
      return metric.descriptor().id();
    }
    return join(pairs.values().stream().map(pair -> pair.scorer().descriptor().id()).toList());
  }

  private static String join(Collection<String> ids) {
    return String.join("+", new TreeSet<>(ids));
  }

  /** All compositions for samples of these kinds, the headline first. */
  static List<Composition> of(RuleSet rules, SequencedSet<AnswerKind> kinds) {
    List<Composition> all = new ArrayList<>();
    boolean mixed = kinds.size() > 1;
    if (mixed) {
      overall(rules, kinds, all);
    }
    for (AnswerKind kind : kinds) {
      RuleSet.Rules here = rules.of(kind);
      boolean first = true;
      for (Metric metric : here.metrics()) {
        for (Scorer scorer : under(metric, here.scorers())) {
          for (Extractor extractor : before(scorer, here.extractors())) {
            all.add(
                new Composition(
                    mixed ? kind : null,
                    first,
                    metric,
                    new EnumMap<>(Map.of(kind, new Pair(extractor, scorer)))));
            first = false;
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** A metric of texts is the same under every scorer, and stands once. */
  private static List<Scorer> under(Metric metric, List<Scorer> scorers) {
    return metric.ofTexts() ? scorers.stream().limit(1).toList() : scorers;
  }

  private static void overall(
      RuleSet rules, SequencedSet<AnswerKind> kinds, List<Composition> all) {
    List<RuleSet.Rules> byKind = kinds.stream().map(rules::of).toList();
    if (byKind.stream()
        .anyMatch(
            r -> r.extractors().isEmpty() || r.scorers().isEmpty() || r.metrics().isEmpty())) {
      return;
    }
    boolean first = true;
    for (String metric : shared(byKind, r -> names(r.metrics(), m -> m.descriptor().id()), false)) {
      for (String scorer :
          shared(byKind, r -> names(r.scorers(), s -> s.descriptor().id()), true)) {
        for (String extractor :
            shared(byKind, r -> names(before(scorer, r), e -> e.descriptor().id()), true)) {
          Map<AnswerKind, Pair> pairs = new EnumMap<>(AnswerKind.class);
          for (AnswerKind kind : kinds) {
            RuleSet.Rules here = rules.of(kind);
            pairs.put(
                kind,
                new Pair(
                    named(here.extractors(), extractor, e -> e.descriptor().id()),
                    named(here.scorers(), scorer, s -> s.descriptor().id())));
          }
          Metric one = named(byKind.getFirst().metrics(), metric, m -> m.descriptor().id());
          Composition composition = new Composition(null, first, one, pairs);
          boolean same =
              all.stream()
                  .anyMatch(
                      other ->
                          other.extractor().equals(composition.extractor())
                              && other.scorer().equals(composition.scorer())
                              && other.metric() == composition.metric());
          if (!same) {
            all.add(composition);
          }
          first = false;
        }
      }
    }
  }

  /**
   * The extractors that a scorer goes with: all, but a score that a recording states goes with the
   * reading that it states, or else stands once, for it is the same whatever is read.
   */
  private static List<Extractor> before(Scorer scorer, List<Extractor> extractors) {
    if (!scorer.descriptor().name().equals(RecordedScorer.NAME)) {
      return extractors;
    }
    return extractors.stream()
        .filter(e -> e.descriptor().name().equals(RecordedScorer.NAME))
        .findFirst()
        .or(() -> extractors.stream().findFirst())
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Extractor> before(String scorer, RuleSet.Rules rules) {
    return before(named(rules.scorers(), scorer, s -> s.descriptor().id()), rules.extractors());
  }

  /**
   * Names listed for every kind; ahead of them the empty name, which stands for each kind's first.
   */
  private static List<String> shared(
      List<RuleSet.Rules> byKind, Function<RuleSet.Rules, List<String>> names, boolean orFirst) {
    SequencedSet<String> shared = new LinkedHashSet<>(names.apply(byKind.getFirst()));
    byKind.forEach(rules -> shared.retainAll(names.apply(rules)));
    List<String> all = new ArrayList<>();
    if (orFirst) {
      all.add("");
    }
    all.addAll(shared);
    return all;
  }

  private static <T> List<String> names(List<T> rules, Function<T, String> id) {
    return rules.stream().map(id).toList();
  }

  private static <T> T named(List<T> rules, String name, Function<T, String> id) {
    return rules.stream()
        .filter(rule -> id.apply(rule).equals(name))
        .findFirst()
        .orElse(rules.getFirst());
  }
}
