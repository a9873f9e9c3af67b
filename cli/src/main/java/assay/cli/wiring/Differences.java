package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.difference.RunComparison;
import assay.evaluation.difference.RunDifference;
import assay.evaluation.item.Items;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Seal;
import assay.report.json.RunSummary;
import java.util.List;
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
   *     which none is named
   */
  public static Compared of(RunPart first, Rule rule, RunPart second, Rule otherRule) {
    try (RunFile one = RunFile.openReadOnly(first.file());
        RunFile other = RunFile.openReadOnly(second.file())) {
      RunDifference difference = side(one, first, rule).with(side(other, second, otherRule));
      return new Compared(StoredRun.summaryOf(one), StoredRun.summaryOf(other), difference);
    }
  }

  private static RunComparison side(RunFile file, RunPart part, Rule rule) {
    Seal.check(file);
    RunFacts facts = RunFacts.of(file);
    requireOne(part, "model", List.copyOf(facts.models().sequencedKeySet()));
    requireOne(part, "arm", StoredRun.arms(file));
    long scoring = StoredRun.newest(file);
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
