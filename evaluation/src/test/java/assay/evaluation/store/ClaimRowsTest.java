package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Sha256;
import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRowsTest {

  @TempDir private Path work;

  @Test
  void anAnswerThatWasKeptIsOlderThanTheClaim() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    Path path = work.resolve("run.assay");
    try (RunFile file =
        new ScoredRun(small, Map.of("q1", "read A", "q2", "read A")).carriedOut(path)) {
      file.put("cache", "none");
      String claim = Sha256.of("claim");
      String other = Sha256.of("other");
      ClaimRows.put(file, claim, "claim", true);
      ClaimRows.put(file, other, "other", false);

      assertThat(ClaimRows.isPreRegistered(file, claim)).isTrue();
      assertThat(ClaimRows.isPreRegistered(file, other)).isFalse();
      assertThat(ClaimRows.isCarried(file, other)).isTrue();
      assertThat(ClaimRows.isCarried(file, "2".repeat(64))).isFalse();
      TestRun.tamper(path, "UPDATE reply SET from_cache = 1 WHERE trial = 1");
      assertThat(ClaimRows.isPreRegistered(file, claim)).isFalse();
    }
  }

  /** Whoever writes the row into an open run has still not planned it with the claim. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM run WHERE key = 'cache'",
        "UPDATE claim SET content = 'another'",
        "UPDATE model SET identity = 'recorded:x#0'",
        "UPDATE model SET name = 'recorded:x'",
        "INSERT OR REPLACE INTO run VALUES ('model_specs', '[\"recorded:a.json\"]')"
      })
  void aRowAloneRegistersNothing(String forgery) {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    Path path = work.resolve("run.assay");
    try (RunFile file =
        new ScoredRun(small, Map.of("q1", "read A", "q2", "read A")).carriedOut(path)) {
      file.put("cache", "none");
      String claim = Sha256.of("claim");
      ClaimRows.put(file, claim, "claim", true);
      assertThat(ClaimRows.isPreRegistered(file, claim)).isTrue();

      TestRun.tamper(path, forgery);
      assertThat(ClaimRows.isPreRegistered(file, claim)).isFalse();
    }
  }
}
