package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimRowsTest {

  @TempDir private Path work;

  @Test
  void anAnswerThatWasKeptIsOlderThanTheClaim() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    Path path = work.resolve("run.assay");
    try (RunFile file =
        new ScoredRun(small, Map.of("q1", "read A", "q2", "read A")).carriedOut(path)) {
      ClaimRows.put(file, "0".repeat(64), "claim", true);
      ClaimRows.put(file, "1".repeat(64), "other", false);

      assertThat(ClaimRows.isPreRegistered(file, "0".repeat(64))).isTrue();
      assertThat(ClaimRows.isPreRegistered(file, "1".repeat(64))).isFalse();
      assertThat(ClaimRows.isCarried(file, "1".repeat(64))).isTrue();
      assertThat(ClaimRows.isCarried(file, "2".repeat(64))).isFalse();
      TestRun.tamper(path, "UPDATE reply SET from_cache = 1 WHERE trial = 1");
      assertThat(ClaimRows.isPreRegistered(file, "0".repeat(64))).isFalse();
    }
  }
}
