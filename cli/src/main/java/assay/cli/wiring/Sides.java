package assay.cli.wiring;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.benchmark.Benchmark;
import assay.evaluation.claim.Claim;
import assay.evaluation.comparison.LeftOut;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.SideReader;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.Seal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens parts of runs as sides of comparisons. */
public final class Sides {

  private Sides() {}

  /** What is read of a run: a scoring with its rules. */
  private record Scored(long scoring, RuleSet rules) {}

  /**
   * Reads a part for a claim: by the rules that were fixed with it. Where it names none those are
   * the first of the benchmark as the run keeps it, whatever it was scored by since; of scorings
   * that hold them the newest.
   *
   * @param text the part as the user named it
   * @throws AssayException also if no scoring holds the rules
   */
  static Side readFixed(String text, Claim claim) {
    return read(
        text, SideReader.Choice.by(claim.by()), (file, benchmark) -> fixed(file, benchmark, claim));
  }

  private static Scored fixed(RunFile file, Benchmark benchmark, Claim claim) {
    SequencedSet<AnswerKind> kinds = RunFacts.of(file).kinds();
    for (long scoring = StoredRun.newest(file); scoring > 0; scoring--) {
      RuleSet rules = StoredRun.rules(file, scoring);
      Optional<RuleSet> fixed =
          rules.narrowed(
              kinds,
              kind -> wanted(claim.extractor(), benchmark, kind, Benchmark.Rules::extractors),
              kind -> wanted(claim.scorer(), benchmark, kind, Benchmark.Rules::scorers));
      if (fixed.isPresent()) {
        return trusted(file, new Scored(scoring, fixed.get()));
      }
    }
    throw AssayException.usage(
        Problem.of("no scoring of the run holds the rules by which the claim is to be decided")
            .at(file.path().toString())
            .expected(
                "extractor "
                    + named(claim.extractor(), benchmark, kinds, Benchmark.Rules::extractors)
                    + " and scorer "
                    + named(claim.scorer(), benchmark, kinds, Benchmark.Rules::scorers))
            .remedy("score the run with them: assay score RUN, or with --extractor and --scorer"));
  }

  /** Scores that were changed by hand are not compared. */
  private static Scored trusted(RunFile file, Scored scored) {
    StoredScores.requireTrue(file, scored.scoring());
    return scored;
  }

  private static String named(
      @Nullable String claimed,
      Benchmark benchmark,
      SequencedSet<AnswerKind> kinds,
      Function<Benchmark.Rules, List<String>> rules) {
    return String.join(
        ", ",
        new LinkedHashSet<>(
            kinds.stream()
                .map(kind -> String.valueOf(wanted(claimed, benchmark, kind, rules)))
                .toList()));
  }

  /** As the claim says, else the benchmark's first; null where neither says. */
  private static @Nullable String wanted(
      @Nullable String claimed,
      Benchmark benchmark,
      AnswerKind kind,
      Function<Benchmark.Rules, List<String>> rules) {
    Benchmark.@Nullable Rules own = benchmark.rules().get(kind);
    if (claimed != null || own == null || rules.apply(own).isEmpty()) {
      return claimed;
    }
    return rules.apply(own).getFirst();
  }

  /**
   * Reads a part by the run's newest scoring that holds the rules named, or the newest of all where
   * none is named.
   *
   * @param text the part as the user named it; {@code extractor=} in it goes before that of the
   *     choice
   * @throws AssayException if there is no such part, it holds several readers or arms, the run was
   *     not scored, or was changed after it was sealed or scored
   */
  public static Side read(String text, SideReader.Choice choice) {
    @Nullable String named = RunPart.parseSide(text).extractor();
    SideReader.Choice own =
        named == null ? choice : new SideReader.Choice(named, choice.scorer(), choice.by());
    return read(text, own, (file, benchmark) -> trusted(file, holding(file, own)));
  }

  /**
   * Parts of runs that can be compared, and those that cannot.
   *
   * @param sides those of which something has a score, in the order named
   * @param leftOut those of which nothing has
   */
  public record Several(List<Side> sides, List<LeftOut> leftOut) {
    public Several {
      sides = List.copyOf(sides);
      leftOut = List.copyOf(leftOut);
    }

    /**
     * What remains can be compared.
     *
     * @param indispensable a part that must be among the sides; null for none
     * @throws AssayException if that is left out, or fewer than two remain
     */
    public void require(@Nullable String indispensable) {
      ProblemReport problems = new ProblemReport();
      for (LeftOut one : leftOut) {
        boolean first = one.address().equals(indispensable);
        if (sides.size() < 2 || first) {
          problems.add(
              Problem.of("cannot compare: " + one.reason())
                  .at(one.address())
                  .expected(
                      sides.size() < 2
                          ? "two runs with scores at least"
                          : "a score of the run with which the others are to be compared")
                  .remedy(one.remedy()));
        }
      }
      problems.throwIfAny(AssayException.Category.USAGE);
    }
  }

  /**
   * Reads parts as {@link #read(String, SideReader.Choice)} does; one without any score is no error
   * but left out.
   */
  public static Several readSeveral(List<String> texts, SideReader.Choice choice) {
    List<Side> sides = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String text : texts) {
      Optional<LeftOut> unscored = unscored(text);
      if (unscored.isPresent()) {
        leftOut.add(unscored.get());
        continue;
      }
      Side side = read(text, choice);
      LeftOut.of(side).ifPresentOrElse(leftOut::add, () -> sides.add(side));
    }
    return new Several(sides, leftOut);
  }

  /** A run that nobody scored; empty where somebody did. */
  private static Optional<LeftOut> unscored(String text) {
    try (RunFile file = RunFile.openReadOnly(RunPart.parseSide(text).file())) {
      if (ScoredTrials.newestScoring(file).isPresent()) {
        return Optional.empty();
      }
      Seal.check(file);
      List<String> models = List.copyOf(RunFacts.of(file).models().sequencedKeySet());
      return Optional.of(
          new LeftOut(
              text,
              models.size() == 1 ? models.getFirst() : null,
              StoredRun.UNSCORED + ": " + StoredRun.progress(file),
              StoredRun.TO_SCORE));
    }
  }

  /** Where no scoring holds the rules, the newest, which says what it holds. */
  private static Scored holding(RunFile file, SideReader.Choice choice) {
    SequencedSet<AnswerKind> kinds = RunFacts.of(file).kinds();
    long newest = StoredRun.newest(file);
    boolean any = choice.extractor() == null && choice.scorer() == null;
    for (long scoring = newest; scoring > 0 && !any; scoring--) {
      RuleSet rules = StoredRun.rules(file, scoring);
      if (rules.narrowed(kinds, k -> choice.extractor(), k -> choice.scorer()).isPresent()) {
        return new Scored(scoring, rules);
      }
    }
    return new Scored(newest, StoredRun.rules(file, newest));
  }

  private static Side read(
      String text, SideReader.Choice choice, BiFunction<RunFile, Benchmark, Scored> which) {
    RunPart part = RunPart.parseSide(text);
    try (RunFile file = RunFile.openReadOnly(part.file())) {
      Seal.check(file);
      Benchmark benchmark = StoredRun.definition(file).benchmark();
      Scored scored = which.apply(file, benchmark);
      String split = RunFacts.of(file).split();
      PartThere.require(file, part.ofTrials(), split, scored.scoring());
      return new SideReader(file, benchmark, scored.rules(), scored.scoring(), choice)
          .read(
              text,
              part.samples(),
              trial -> part.holds(trial.model(), trial.arm(), split, trial.sample()));
    }
  }
}
