package assay.evaluation.runner;

import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialCounts;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A small run that is put, and what became of it. */
abstract class RunnerCase {

  @TempDir Path folder;
  final SmallBenchmark small = SmallBenchmark.ofChoices().choices(20);

  Path file() {
    return folder.resolve("run.assay");
  }

  static TrialCounts counts(RunFile file) {
    return TrialCounts.of(file);
  }

  static RunOutcome ended(Runner runner) {
    try {
      return runner.run();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }

  /** State, reason, message and number of tries of a trial. */
  static String state(RunFile file, long ordinal) {
    return TestRun.query(
            file,
            "SELECT state || ' ' || ifnull(reason, 'null') || ' ' || ifnull(message, 'null') || ' '"
                + " || attempts FROM trial WHERE ordinal = "
                + ordinal)
        .getFirst();
  }
}
