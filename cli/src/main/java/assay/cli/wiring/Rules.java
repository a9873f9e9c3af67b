package assay.cli.wiring;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.benchmark.Benchmark;
import assay.core.measure.Extractor;
import assay.core.measure.Scorer;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RecordedFacts;
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Scorers;
import assay.reading.judge.JudgeExtractor;
import assay.reading.scorer.RecordedScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks up rules by name in the room {@code reading}. Where nobody names rules, what the publisher
 * of a recording read and how he scored it stand beside the benchmark's own, and so does what
 * judges read.
 */
public final class Rules {

  static final String ALL = "all";

  /** What a recording states itself, as an extractor and as a scorer. */
  private static final String RECORDED = RecordedScorer.NAME;

  private Rules() {}

  /** The id of the extractor of a name that is known, {@code layered@1}. */
  static String id(String extractor) {
    return Extractors.standard().byName(extractor).descriptor().id();
  }

  /** The extractor of a name; none where there is none. */
  static Stream<Extractor> known(String extractor) {
    try {
      return Stream.of(Extractors.standard().byName(extractor));
    } catch (AssayException e) {
      return Stream.empty(); // told as a problem where rules are resolved
    }
  }

  static RuleSet resolve(SequencedMap<AnswerKind, Benchmark.Rules> named) {
    return RuleSet.resolve(
        named,
        new RuleSet.Registry(
            Extractors.standard()::byName, Scorers.standard()::byName, Metrics.all()::byName));
  }

  /**
   * The benchmark's rules, with others in their place where some are named.
   *
   * @param kinds kinds of answer that are there; every rule named must fit one of them
   * @param extractors names; {@code all} for every one that fits; empty for the benchmark's own
   * @param scorers likewise
   * @param recorded what the run's recording states; nothing where it is no recording
   * @param judges who has judged the run's replies
   * @throws AssayException if a name is unknown, or fits no kind of answer that is there, or a
   *     judge has not looked at the run
   */
  static SequencedMap<AnswerKind, Benchmark.Rules> choose(
      SequencedMap<AnswerKind, Benchmark.Rules> own,
      Set<AnswerKind> kinds,
      List<String> extractors,
      List<String> scorers,
      RecordedFacts recorded,
      List<String> judges) {
    List<String> judged = judges.stream().map(name -> JudgeExtractor.PREFIX + name).toList();
    requireJudged(extractors, judged);
    ProblemReport problems = new ProblemReport();
    requireFitting(
        "extractor", extractors, kinds, Extractors.standard()::byName, Extractor::kinds, problems);
    requireFitting("scorer", scorers, kinds, Scorers.standard()::byName, Scorer::kinds, problems);
    problems.throwIfAny(AssayException.Category.USAGE);
    SequencedMap<AnswerKind, Benchmark.Rules> chosen = new LinkedHashMap<>();
    own.forEach(
        (kind, rules) ->
            chosen.put(
                kind,
                new Benchmark.Rules(
                    extractors.isEmpty()
                        ? and(with(rules.extractors(), recorded.readings()), judged)
                        : extractors(kind, extractors, rules, recorded, judged),
                    scorers.isEmpty()
                        ? with(rules.scorers(), recorded.scores())
                        : scorers(kind, scorers, rules, recorded),
                    rules.metrics())));
    return chosen;
  }

  private static List<String> with(List<String> own, boolean recorded) {
    if (!recorded || own.contains(RECORDED)) {
      return own;
    }
    List<String> more = new ArrayList<>(own);
    more.add(RECORDED);
    return more;
  }

  private static List<String> all(List<String> names, boolean recorded) {
    return names.stream().filter(name -> recorded || !name.equals(RECORDED)).toList();
  }

  /** A rule that was named and fits no kind of answer would be left out without a word. */
  private static <T> void requireFitting(
      String what,
      List<String> wanted,
      Set<AnswerKind> kinds,
      Function<String, T> registry,
      Function<T, Set<AnswerKind>> kindsOf,
      ProblemReport problems) {
    if (wanted.contains(ALL)) {
      return;
    }
    List<String> known =
        what.equals("scorer") ? Scorers.standard().names() : Extractors.standard().names();
    for (String name : wanted) {
      try {
        if (Collections.disjoint(kindsOf.apply(registry.apply(name)), kinds)) {
          problems.add(
              Problem.of(
                      what
                          + " '"
                          + name
                          + "' is not meant for the kinds of answer here: "
                          + String.join(", ", kinds.stream().map(AnswerKind::id).toList()))
                  .expected(
                      "one of "
                          + String.join(
                              ", ",
                              known.stream()
                                  .filter(
                                      other ->
                                          !Collections.disjoint(
                                              kindsOf.apply(registry.apply(other)), kinds))
                                  .toList())));
        }
      } catch (AssayException e) { // no rule bears this name
        problems.addAll(e);
      }
    }
  }

  private static void requireJudged(List<String> wanted, List<String> judged) {
    for (String name : wanted) {
      if (name.startsWith(JudgeExtractor.PREFIX)
          && !judged.contains(Extractors.standard().byName(name).descriptor().name())) {
        throw AssayException.usage(
            Problem.of("no judge of this name has looked at the run: '" + name + "'")
                .expected(judged.isEmpty() ? "a run that was judged" : String.join(", ", judged))
                .remedy("ask one: assay judge RUN --model MODEL"));
      }
    }
  }

  private static List<String> and(List<String> own, List<String> more) {
    return Stream.concat(own.stream(), more.stream()).distinct().toList();
  }

  private static List<String> extractors(
      AnswerKind kind,
      List<String> wanted,
      Benchmark.Rules own,
      RecordedFacts recorded,
      List<String> judged) {
    List<String> named =
        wanted.contains(ALL)
            ? and(
                and(all(Extractors.standard().names(), recorded.readings()), own.extractors()),
                judged)
            : wanted;
    List<String> fitting =
        named.stream()
            .filter(name -> Extractors.standard().byName(name).kinds().contains(kind))
            .toList();
    return fitting.isEmpty()
        ? own.extractors()
        : ownFirst(fitting, own.extractors(), wanted.contains(ALL));
  }

  private static List<String> scorers(
      AnswerKind kind, List<String> wanted, Benchmark.Rules own, RecordedFacts recorded) {
    List<String> fitting =
        (wanted.contains(ALL) ? all(Scorers.standard().names(), recorded.scores()) : wanted)
            .stream()
                .filter(name -> Scorers.standard().byName(name).kinds().contains(kind))
                .toList();
    return fitting.isEmpty()
        ? own.scorers()
        : ownFirst(fitting, own.scorers(), wanted.contains(ALL));
  }

  /** With {@code all}, the benchmark's first stays first, so the headline does not change. */
  private static List<String> ownFirst(List<String> names, List<String> own, boolean all) {
    if (!all || own.isEmpty()) {
      return names;
    }
    List<String> ordered = new ArrayList<>(List.of(own.getFirst()));
    names.stream().filter(name -> !name.equals(own.getFirst())).forEach(ordered::add);
    return ordered;
  }
}
