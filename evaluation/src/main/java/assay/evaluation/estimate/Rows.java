package assay.evaluation.estimate;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.store.ScoredTrials;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Finds what a scoring says of a trial. */
final class Rows {

  private Rows() {}

  static ScoredTrials.ReadingRow reading(ScoredTrials.Scored trial, String extractor) {
    ScoredTrials.@Nullable ReadingRow row = trial.readings().get(extractor);
    if (row == null) {
      throw stale(trial);
    }
    return row;
  }

  static ScoredTrials.ScoreRow score(ScoredTrials.Scored trial, String extractor, String scorer) {
    SequencedMap<String, ScoredTrials.ScoreRow> none = new LinkedHashMap<>();
    ScoredTrials.@Nullable ScoreRow row = trial.scores().getOrDefault(extractor, none).get(scorer);
    if (row == null) {
      throw stale(trial);
    }
    return row;
  }

  private static AssayException stale(ScoredTrials.Scored trial) {
    return AssayException.usage(
        Problem.of(
                "the scoring is older than some of the answers, for example to sample "
                    + trial.sample().id())
            .remedy("score the run again: assay score RUN"));
  }
}
