package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.difference.RunComparison;
import assay.evaluation.difference.RunDifference;
import assay.evaluation.item.Items;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.Seal;
import assay.report.json.RunSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two runs question by question. */
public final class Differences {

  private Differences() {}

  /**
   * Rules to read and score by; null for each kind's first.
   *
   * @param extractor name of the rule that reads
   * @param scorer name of the rule that scores
   */
  public record Rule(@Nullable String extractor, @Nullable String scorer) {}

  /** What two runs are, and why they differ. */
  public record Compared(RunSummary first, RunSummary second, RunDifference difference) {}

  /**
   * Why the second part of a run differs from the first.
   *
   * @throws AssayException if a run was not scored by the rules, or holds several models or arms of
   *     which none is named, or they share no question that both scored
   */
  public static Compared of(RunPart first, Rule rule, RunPart second, Rule otherRule) {
    try (RunFile one = RunFile.openReadOnly(first.file());
        RunFile other = RunFile.openReadOnly(second.file())) {
      RunDifference difference = side(one, first, rule).with(side(other, second, otherRule));
      requireShared(difference, first, second);
      return new Compared(StoredRun.summaryOf(one), StoredRun.summaryOf(other), difference);
    }
  }

  private static void requireShared(RunDifference difference, RunPart first, RunPart second) {
    if (difference.matched() > 0) {
      return;
    }
    boolean scored = difference.gap() != null;
    throw AssayException.usage(
        Problem.of(
                scored
                    ? "there is nothing to explain: the runs share no question"
                    : "there is nothing to explain: " + unscored(difference, first, second))
            .at(
                first.file().equals(second.file())
                    ? first.file().toString()
                    : first.file() + " and " + second.file())
            .expected("runs that scored some of the same questions")
            .remedy(
                scored
                    ? "give runs of one benchmark and split, or logs with the same questions"
                    : "'assay show RUN' counts the trials that have none, and says why; scores that a"
                        + " recording states: --scorer recorded"));
  }

  private static String unscored(RunDifference difference, RunPart first, RunPart second) {
    boolean one = difference.first().questions() == 0;
    boolean other = difference.second().questions() == 0;
    return one && other
        ? "neither run has a score"
        : (one ? first : second).file().getFileName() + " has no score";
  }

  private static RunComparison side(RunFile file, RunPart part, Rule rule) {
    Optional<Long> stored = ScoredTrials.newestScoring(file);
    if (stored.isPresent()) {
      StoredScores.requireUnchanged(file, stored.get(), () -> Seal.check(file));
    } else {
      Seal.check(file);
    }
    RunFacts facts = RunFacts.of(file);
    requireOne(part, "model", List.copyOf(facts.models().sequencedKeySet()));
    requireOne(part, "arm", StoredRun.arms(file));
    long scoring = stored.orElseGet(() -> StoredRun.newest(file));
    PartThere.require(file, part, facts.split(), scoring);
    Items items =
        new Items(file, StoredRun.rules(file, scoring), scoring, rule.extractor(), rule.scorer());
    return new RunComparison(
        file, items, item -> part.holds(item.model(), item.arm(), facts.split(), item.sample()));
  }

  private static void requireOne(RunPart part, String what, List<String> names) {
    if (names.size() > 1 && !part.wanted().containsKey(what)) {
      throw AssayException.usage(
          Problem.of("the run holds " + names.size() + " " + what + "s")
              .at(part.file().toString())
              .expected("one of " + String.join(", ", names))
              .remedy("name it: '" + part.file() + "#" + what + "=" + names.getFirst() + "'"));
    }
  }
}
