package assay.evaluation.estimate;

import assay.core.measure.ScoreRange;
import assay.evaluation.json.Json;
import assay.evaluation.plan.SkipReason;
import assay.evaluation.store.ScoredTrials;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what became of trials. */
final class Tally {

  private long planned;
  private long leftOut;
  private long read;
  private long guessed;
  private long guessedRight;
  private long unreadable;
  private long refused;
  private long truncated;
  private final TreeMap<String, Long> skipped = new TreeMap<>();
  private final TreeMap<String, Long> failed = new TreeMap<>();
  private final TreeMap<String, Long> undefined = new TreeMap<>();

  /** A trial that was not put, or not yet. */
  void skipped(@Nullable String reason) {
    planned++;
    skipped.merge(reason == null ? Counts.NOT_YET : reason, 1L, Long::sum);
    leftOut += reason == null || known(reason).isOurs() ? 1 : 0;
  }

  private static SkipReason known(String reason) {
    return SkipReason.byId(reason)
        .orElseThrow(() -> Json.damaged("no trial is skipped for '" + reason + "'"));
  }

  /** A trial that was put without an answer. */
  void failed(@Nullable String kind) {
    planned++;
    failed.merge(kind == null ? "unknown" : kind, 1L, Long::sum);
  }

  void answered(
      ScoredTrials.ReadingRow reading, ScoredTrials.ScoreRow score, @Nullable ScoreRange range) {
    planned++;
    switch (reading.outcome()) {
      case "read" -> {
        read++;
        if (reading.guessed()) {
          guessed++;
          guessedRight += range != null && score.value() == range.best() ? 1 : 0;
        }
      }
      case "unreadable" -> unreadable++;
      case "refused" -> refused++;
      case "truncated" -> truncated++;
      default -> throw Json.damaged("there is no outcome of reading '" + reading.outcome() + "'");
    }
    if (score.undefined() != null) {
      undefined.merge(score.undefined(), 1L, Long::sum);
    }
  }

  long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether some of the trials were left out by whoever ran it, not by what a recording lacks. */
  boolean isPart() {
    return leftOut > 0;
  }

  Counts counts(long surplusRows) {
    return new Counts(
        planned,
        skipped,
        failed,
        read,
        guessed,
        guessedRight,
        unreadable,
        refused,
        truncated,
        undefined,
        surplusRows);
  }
}
