package assay.evaluation.docs;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.FailureKind;
import assay.evaluation.runner.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/runs.md} says of faults and waits what the code does. */
class RunsPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guide/runs.md");

  private static String remedy(FailureKind kind) {
    return switch (kind.remedy()) {
      case RETRY -> "asked again";
      case KEEP -> "kept";
      case STOP -> "the run stops";
    };
  }

  @Test
  void everyFaultStandsInTheTableWithWhatBecomesOfIt() throws IOException {
    Map<String, String> described = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|", -1);
        described.put(cells[1].strip().replace("`", ""), cells[3].strip());
      }
    }
    Map<String, String> real = new LinkedHashMap<>();
    Arrays.stream(FailureKind.values()).forEach(kind -> real.put(kind.id(), remedy(kind)));
    assertThat(described).containsExactlyInAnyOrderEntriesOf(real);
  }

  @Test
  void waitsAndTriesAreThoseOfTheStandardPolicy() throws IOException {
    String page = Files.readString(PAGE).replaceAll("\\s+", " ");
    RetryPolicy policy = RetryPolicy.standard(1);
    assertThat(policy.base()).isEqualTo(Duration.ofMillis(500));
    assertThat(policy.longest()).isEqualTo(Duration.ofMinutes(1));
    assertThat(policy.patience()).isEqualTo(Duration.ofMinutes(10));
    assertThat(page)
        .contains("after " + policy.attempts() + " tries")
        .contains("up to " + policy.attempts() + " times")
        .contains("Waits start at half a second, double, and end at a minute.")
        .contains("A wait beyond ten minutes means tomorrow");
  }
}
