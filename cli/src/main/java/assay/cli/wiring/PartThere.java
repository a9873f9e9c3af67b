package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.yaml.Nearest;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Whether a run has a part that a user names. */
final class PartThere {

  private static final int MOST_NAMED = 20;

  private PartThere() {}

  /**
   * A part that nothing is in is a slip of the pen, not a comparison without result.
   *
   * @throws AssayException that says which parts there are
   */
  static void require(RunFile file, RunPart part, String split, long scoring) {
    if (part.wanted().isEmpty()) {
      return;
    }
    Map<String, SequencedSet<String>> there = new LinkedHashMap<>();
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      for (var next = trials.next(); next.isPresent(); next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
        if (part.holds(trial.model(), trial.arm(), split, trial.sample())) {
          return;
        }
        part.found(trial.model(), trial.arm(), split, trial.sample())
            .forEach(
                (key, values) ->
                    there.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(values));
      }
    }
    List<String> known = new ArrayList<>();
    there.forEach(
        (key, values) ->
            known.add(
                key
                    + ": "
                    + Nearest.phrase(String.valueOf(part.wanted().get(key)), values, MOST_NAMED)));
    throw AssayException.usage(
        Problem.of("no trial of the run is of " + part.wanted())
            .at(part.file().toString())
            .expected(String.join("; ", known)));
  }
}
