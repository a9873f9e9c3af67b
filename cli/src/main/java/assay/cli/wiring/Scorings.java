package assay.cli.wiring;

import assay.cli.process.Version;
import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.benchmark.Benchmark;
import assay.core.measure.Lacking;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.JudgementRows;
import assay.evaluation.store.RecordedFacts;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.Seal;
import assay.models.spec.ModelScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Scores runs. */
public final class Scorings {

  /** Names every rule that fits. */
  public static final String ALL = Rules.ALL;

  private Scorings() {}

  /**
   * Scores a run anew.
   *
   * @param extractors names of extractors; {@code all}; empty for the benchmark's own
   * @param scorers likewise
   * @return the scoring's number
   * @throws AssayException if every extractor that is named reads log-probabilities and the like,
   *     and no reply has them: that nothing was read would say nothing of the reader
   */
  public static long score(Path path, List<String> extractors, List<String> scorers) {
    try (RunFile file = RunFile.open(path);
        Seal.Checking seal = Seal.checking(file)) {
      try {
        return ScoringPass.run(
            file,
            chosen(file, extractors, scorers),
            Version.text(),
            inapplicable -> {
              seal.require();
              requireApplicable(path, extractors, inapplicable);
            });
      } catch (RuntimeException e) {
        seal.require(); // content that was changed explains whatever went wrong
        throw e;
      }
    }
  }

  private static void requireApplicable(
      Path path, List<String> extractors, SequencedMap<String, Lacking> inapplicable) {
    SequencedMap<String, String> remedies = new LinkedHashMap<>();
    inapplicable.forEach(
        (id, lacking) -> remedy(lacking).ifPresent(remedy -> remedies.put(id, remedy)));
    boolean none =
        !extractors.isEmpty()
            && extractors.stream()
                .allMatch(name -> !name.equals(ALL) && remedies.containsKey(Rules.id(name)));
    if (none) {
      ProblemReport problems = new ProblemReport();
      remedies.forEach(
          (id, remedy) ->
              problems.add(
                  Problem.of(
                          "the rule '"
                              + id
                              + "' reads what no reply of the run has: "
                              + reason(inapplicable, id))
                      .at(path.toString())
                      .remedy(remedy)));
      problems.throwIfAny(AssayException.Category.USAGE);
    }
  }

  private static String reason(SequencedMap<String, Lacking> inapplicable, String id) {
    return Objects.requireNonNull(inapplicable.get(id)).reason();
  }

  /** How to get what replies lack; empty where other rules stand in for it. */
  private static Optional<String> remedy(Lacking lacking) {
    return switch (lacking) {
      case LOGPROBS ->
          Optional.of(
              "ask the endpoint for them, in a new run: 'generation: {top-logprobs: 5}' in"
                  + " benchmark.yaml; or read the words: --extractor layered");
      case LIKELIHOODS ->
          Optional.of(
              "they stand in logs of harnesses that rank options, such as lm-evaluation-harness's"
                  + " samples of multiple_choice tasks: assay import FILE; or read the words:"
                  + " --extractor layered");
      case RECORDED_READING, JUDGEMENT -> Optional.empty();
    };
  }

  private static RuleSet chosen(RunFile file, List<String> extractors, List<String> scorers) {
    SequencedMap<AnswerKind, Benchmark.Rules> own = StoredRun.definition(file).benchmark().rules();
    SequencedSet<AnswerKind> kinds = RunFacts.of(file).kinds();
    return Rules.resolve(
        Rules.choose(
            own,
            kinds.isEmpty() ? own.keySet() : kinds,
            extractors,
            scorers,
            recorded(file),
            JudgementRows.judges(file)));
  }

  /**
   * Requires that rules can be used for a benchmark, before anything is asked or written.
   *
   * @throws AssayException with every name that is unknown, and every rule that fits no kind of
   *     answer of the benchmark
   */
  public static void requireRules(
      Benchmark benchmark, List<String> extractors, List<String> scorers) {
    Rules.resolve(
        Rules.choose(
            benchmark.rules(),
            benchmark.rules().keySet(),
            extractors,
            scorers,
            RecordedFacts.NONE,
            List.of()));
  }

  /**
   * Scores a run that this process wrote a moment ago: whether it is as sealed need not be asked.
   *
   * @param seal whether to seal it as well, unless it is sealed
   */
  public static long scoreOwn(
      Path path, List<String> extractors, List<String> scorers, boolean seal) {
    try (RunFile file = RunFile.open(path)) {
      RuleSet rules = chosen(file, extractors, scorers);
      if (!seal || Seal.of(file).isPresent()) {
        return ScoringPass.run(file, rules, Version.text());
      }
      try (Seal.Making making = Seal.begin(file)) {
        long scoring = ScoringPass.run(file, rules, Version.text());
        making.finish();
        return scoring;
      }
    }
  }

  private static RecordedFacts recorded(RunFile file) {
    boolean recording =
        RunFacts.of(file).models().keySet().stream()
            .anyMatch(name -> name.startsWith(ModelScheme.RECORDED.id() + ":"));
    return recording ? RecordedFacts.of(file) : RecordedFacts.NONE;
  }

  /** Whether nothing that was answered still waits to be scored. */
  public static boolean isScored(Path path) {
    try (RunFile file = RunFile.openReadOnly(path)) {
      return ScoredTrials.isScored(file);
    }
  }
}
