package assay.cli.wiring;

import assay.cli.process.Version;
import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.ScoringSeal;
import assay.report.table.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Whether the scores that a run keeps are to be believed. The seal of a run holds for replies, not
 * for what is made of them, since a run can be scored again. What decides something ({@code check},
 * {@code claim}, {@code compare}) scores the replies again; what only shows ({@code show}, {@code
 * export}, {@code diff}) reads the seal of the scoring, and scores again where there is none.
 */
final class StoredScores {

  private StoredScores() {}

  /**
   * Requires that scores are those that their rules give for the replies. These are scored anew in
   * a copy.
   *
   * @throws AssayException if a reading or a score differs
   */
  static void requireTrue(RunFile file, long scoring) {
    try (ScoringSeal.Checking seal = ScoringSeal.checking(file, scoring)) {
      requireSame(file, scoring);
      seal.require();
    }
  }

  /** What is read meanwhile. */
  @FunctionalInterface
  interface Meanwhile {
    void read();
  }

  /**
   * Requires that nothing of a scoring was changed since it was made: by its seal, or as {@link
   * #requireTrue} where an older Assay made it and it has none.
   *
   * @param meanwhile what is read on this thread while the seal is checked on another; what it
   *     throws goes before
   * @throws AssayException if a reading or a score was changed
   */
  static void requireUnchanged(RunFile file, long scoring, Meanwhile meanwhile) {
    try (ScoringSeal.Checking seal = ScoringSeal.checking(file, scoring)) {
      meanwhile.read();
      if (seal.isSealed()) {
        seal.require();
      } else {
        requireSame(file, scoring);
      }
    }
  }

  private static void requireSame(RunFile file, long scoring) {
    long differing = differing(file, scoring, StoredRun.rules(file, scoring));
    if (differing > 0) {
      throw AssayException.data(
          Problem.of(
                  "the scores of "
                      + Figures.counted(differing, "trial", "trials")
                      + " are not those that the rules give for the replies")
              .at(file.path().toString())
              .expected(
                  "what scoring " + scoring + " must give; it was changed, or made by a fault")
              .remedy("score the replies again: assay score RUN"));
    }
  }

  private static long differing(RunFile file, long scoring, RuleSet rules) {
    try {
      return PassingCopy.of(
          file,
          copy -> {
            try (RunFile anew = RunFile.open(copy)) {
              return ScoredTrials.differing(
                  anew, scoring, ScoringPass.run(anew, rules, Version.text()));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
