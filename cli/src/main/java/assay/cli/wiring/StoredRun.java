package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.benchmark.Benchmark;
import assay.datasets.definition.BenchmarkDefinition;
import assay.evaluation.json.Json;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.Seal;
import assay.evaluation.store.SnapshotRows;
import assay.evaluation.store.TrialCounts;
import assay.report.json.RunSummary;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/** What a run file says of itself: its benchmark, its arms, its scorings and their rules. */
final class StoredRun {

  /** What is said of a run without scores. */
  static final String UNSCORED = "the run has not been scored yet";

  /** What to do about it. */
  static final String TO_SCORE =
      "'assay resume' asks what is left and scores; 'assay score' scores what is there";

  private StoredRun() {}

  static RuleSet rules(RunFile file, long scoring) {
    return ScoredTrials.rules(file, scoring)
        .map(json -> Rules.resolve(RuleSet.names(json)))
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of("the run has no scoring " + scoring)
                        .at(file.path().toString())
                        .remedy("leave the number out, or score the run: assay score RUN")));
  }

  /** How far a run has come, in words. */
  static String progress(RunFile file) {
    TrialCounts counts = TrialCounts.of(file);
    return counts.answered()
        + " of "
        + counts.total()
        + " trials answered, "
        + counts.failed()
        + " failed, "
        + counts.planned()
        + " to be asked";
  }

  static long newest(RunFile file) {
    return ScoredTrials.newestScoring(file)
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of(UNSCORED + ": " + progress(file))
                        .at(file.path().toString())
                        .remedy(TO_SCORE)));
  }

  static BenchmarkDefinition definition(RunFile file) {
    return BenchmarkDefinition.parse(
        SnapshotRows.benchmarkYaml(file), file.path() + " (benchmark.yaml)");
  }

  /** What a run is and how far it has come. */
  static RunSummary summaryOf(RunFile file) {
    return summary(file, file.path(), definition(file).benchmark());
  }

  /** The arms of a run's plan. */
  static List<String> arms(RunFile file) {
    return file.value("arms")
        .map(arms -> Json.read(arms).valueStream().map(JsonNode::asText).toList())
        .orElse(List.of());
  }

  static RunSummary summary(RunFile file, Path shown, Benchmark benchmark) {
    RunFacts facts = RunFacts.of(file);
    return RunSummary.of(
        shown.toString(),
        benchmark,
        facts.split(),
        facts.subset(),
        List.copyOf(facts.models().sequencedKeySet()),
        facts.seed(),
        Seal.of(file).isPresent(),
        TrialCounts.of(file));
  }
}
