package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.benchmark.Benchmark;
import assay.evaluation.estimate.Reduction;
import assay.evaluation.estimate.Results;
import assay.evaluation.estimate.RuleAgreement;
import assay.evaluation.estimate.RuleAgreements;
import assay.evaluation.item.Contested;
import assay.evaluation.item.Item;
import assay.evaluation.item.ItemFilter;
import assay.evaluation.item.Items;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.Seal;
import assay.report.export.ExportFormat;
import assay.report.export.RunExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at runs that are scored: sums them up, shows their items, writes them as tables. */
public final class Views {

  private Views() {}

  /** What is made of a run's scoring. */
  @FunctionalInterface
  private interface View<T> {
    T of(RunFile file) throws IOException;
  }

  /**
   * Looks at a run. Of one that is under way, or was cut off, all that is answered by now is first
   * scored by the benchmark's rules in a copy: the file itself is left to whoever writes it.
   *
   * @throws AssayException if the run was changed after it was sealed, or its scores after they
   *     were made
   */
  private static <T> T look(Path path, @Nullable Long scoring, View<T> view) throws IOException {
    try (RunFile file = RunFile.openReadOnly(path)) {
      boolean unscored = scoring == null && Seal.of(file).isEmpty() && !ScoredTrials.isScored(file);
      Optional<Long> stored =
          scoring == null ? ScoredTrials.newestScoring(file) : Optional.of(scoring);
      if (unscored || stored.isEmpty()) {
        Seal.check(file);
        return unscored ? lookAtCopy(file, view) : view.of(file);
      }
      StoredScores.requireUnchanged(file, stored.get(), () -> Seal.check(file));
      return view.of(file);
    }
  }

  private static <T> T lookAtCopy(RunFile file, View<T> view) throws IOException {
    return PassingCopy.of(
        file,
        copy -> {
          Scorings.scoreOwn(copy, List.of(), List.of(), false);
          try (RunFile scored = RunFile.openReadOnly(copy)) {
            return view.of(scored);
          }
        });
  }

  /**
   * Sums a run up, also one that is under way.
   *
   * @param scoring number of the scoring, or null for the newest
   * @param level confidence level
   * @throws AssayException if there is no such scoring, nothing was answered yet, the run was
   *     changed after it was sealed, or its scores after they were made
   */
  public static Summed sum(Path path, @Nullable Long scoring, double level) throws IOException {
    return look(path, scoring, file -> sum(file, path, scoring, level));
  }

  /** Sums a run up that this process wrote or checked a moment ago. */
  public static Summed sumOwn(Path path, @Nullable Long scoring, double level) {
    try (RunFile file = RunFile.openReadOnly(path)) {
      return sum(file, path, scoring, level);
    }
  }

  private static Summed sum(RunFile file, Path shown, @Nullable Long scoring, double level) {
    long number = scoring == null ? StoredRun.newest(file) : scoring;
    RuleSet rules = StoredRun.rules(file, number);
    Benchmark benchmark = StoredRun.definition(file).benchmark();
    Results results = new Reduction(file, benchmark, rules, level).reduce(number);
    return new Summed(StoredRun.summary(file, shown, benchmark), results);
  }

  /** How far the extractors of a scoring agree. */
  public static List<RuleAgreement> agreements(Path path, long scoring) {
    try (RunFile file = RunFile.openReadOnly(path)) {
      return RuleAgreements.of(file, StoredRun.rules(file, scoring), scoring);
    }
  }

  /**
   * Which items of a run to look at, and how they are read and scored.
   *
   * @param part the part of the run
   * @param scoring number of the scoring, or null for the newest
   * @param extractor the rule by which they are read, or null for the headline's
   * @param scorer likewise
   */
  public record Selection(
      RunPart part, @Nullable Long scoring, @Nullable String extractor, @Nullable String scorer) {

    private <T> T look(ItemsUse<T> use) throws IOException {
      return Views.look(
          part.file(),
          scoring,
          file -> {
            long number = scoring == null ? StoredRun.newest(file) : scoring;
            String split = RunFacts.of(file).split();
            return use.of(
                new Items(file, StoredRun.rules(file, number), number, extractor, scorer),
                item -> part.holds(item.model(), item.arm(), split, item.sample()));
          });
    }
  }

  /** What is done with the items of a run, of which some are chosen. */
  @FunctionalInterface
  private interface ItemsUse<T> {
    T of(Items items, Predicate<Item> chosen);
  }

  /**
   * Shows single items.
   *
   * @param each is shown the items; says whether it wants more
   */
  public static void items(Selection selection, ItemFilter which, Predicate<Item> each)
      throws IOException {
    selection.look(
        (items, chosen) -> {
          items.show(which, item -> !chosen.test(item) || each.test(item));
          return true;
        });
  }

  /** Gives all answers of a kind that the rules read differently, in the run's order. */
  public static void eachContested(
      Selection selection, ItemFilter which, Contested.Silence silence, Consumer<Item> each)
      throws IOException {
    selection.look(
        (items, chosen) -> {
          items.eachContested(which, silence, chosen, each);
          return true;
        });
  }

  /**
   * The answers that the rules read differently.
   *
   * @param most how many to list at most
   * @param which answers that are looked at
   */
  public static Contested contested(
      Selection selection, int most, ItemFilter which, Contested.Silence silence)
      throws IOException {
    return selection.look((items, chosen) -> items.contested(most, which, silence, chosen));
  }

  /** Writes a part of a run as a table; says how many rows. */
  public static long export(RunPart part, @Nullable Long scoring, ExportFormat format, Path target)
      throws IOException {
    return look(
        part.file(),
        scoring,
        file -> {
          String split = RunFacts.of(file).split();
          return RunExport.write(
              file,
              scoring == null ? StoredRun.newest(file) : scoring,
              trial -> part.holds(trial.model(), trial.arm(), split, trial.sample()),
              format,
              target);
        });
  }
}
