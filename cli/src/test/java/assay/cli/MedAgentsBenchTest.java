package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded file of MedAgentsBench gives its published accuracy by the publisher's rule. */
class MedAgentsBenchTest {

  private static final Map<String, String> BENCHMARKS =
      Map.of(
          "medqa", "medqa",
          "medmcqa", "medmcqa",
          "pubmedqa", "pubmedqa",
          "mmlu", "mmlu-med",
          "mmlu-pro", "mmlu-pro-health",
          "afrimedqa", "afrimedqa",
          "medbullets", "medbullets");

  @TempDir private Path work;

  private record Expected(double accuracy, long unreadable, long rows) {}

  static Stream<Arguments> files() throws IOException {
    if (!SharedData.has("medagents-benchmark")) {
      return Stream.of(Arguments.of("medqa", "hard", "missing", new Expected(0, 0, 0)));
    }
    Path table = SharedData.require("medagents-benchmark").resolveSibling("_A.tsv");
    Map<String, double[]> byFile = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("medagents-benchmark")) {
        continue;
      }
      double[] values = byFile.computeIfAbsent(cells[1], file -> new double[3]);
      values[2] = Double.parseDouble(cells[4]);
      if (cells[2].equals("accuracy")) {
        values[0] = Double.parseDouble(cells[5]);
      } else if (cells[2].equals("unreadable_answers")) {
        values[1] = Double.parseDouble(cells[5]);
      }
    }
    return byFile.entrySet().stream().map(MedAgentsBenchTest::arguments);
  }

  private static Arguments arguments(Map.Entry<String, double[]> entry) {
    String file = entry.getKey();
    String stem = file.substring(file.lastIndexOf('/') + 1);
    int split = stem.contains("-test_hard-") ? stem.indexOf("-test_hard-") : stem.indexOf("-test-");
    String name = stem.substring(0, split);
    String set =
        BENCHMARKS.keySet().stream()
            .filter(known -> name.endsWith("-" + known))
            .max((a, b) -> Integer.compare(a.length(), b.length()))
            .orElseThrow(() -> new AssertionError("no benchmark for " + file));
    double[] values = entry.getValue();
    return Arguments.of(
        String.valueOf(BENCHMARKS.get(set)),
        stem.contains("-test_hard-") ? "hard" : "test",
        file,
        new Expected(values[0], (long) values[1], (long) values[2]));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("files")
  void givesThePublishedAccuracyByThePublishersRule(
      String benchmark, String split, String file, Expected expected) {
    Path data = SharedData.require("medagents-benchmark");
    CliOutcome run =
        CliOutcome.of(
            work,
            List.of(
                "run",
                benchmark,
                "--split",
                split,
                "--data",
                data.toString(),
                "--model",
                "recorded:" + data.resolve(file),
                "-o",
                work.resolve("run.assay").toString(),
                "--json"));

    JsonNode exact = run.estimate("exact", "choice");
    JsonNode counts = exact.get("counts");
    long answered = counts.get("answered").asLong();
    assertThat(answered).as(run.err()).isEqualTo(expected.rows());
    assertThat(exact.get("value").asDouble()).isCloseTo(expected.accuracy(), within());
    assertThat(answered - counts.get("read").asLong())
        .as("unreadable")
        .isEqualTo(expected.unreadable());
    assertThat(counts.get("planned").asLong())
        .isEqualTo(counts.get("skipped").asLong() + counts.get("asked").asLong());
    assertThat(run.code()).isEqualTo(counts.get("failed").asLong() == 0 ? 0 : 3);
    assertThat(run.estimate("layered", "choice").get("headline").asBoolean()).isTrue();
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-8);
  }

  @Test
  void aWrongJoinIsAnErrorThatNamesTheRows() {
    Path data = SharedData.require("medagents-benchmark");
    CliOutcome run =
        CliOutcome.of(
            work,
            List.of(
                "run",
                "medqa",
                "--split",
                "hard",
                "--data",
                data.toString(),
                "--model",
                "recorded:"
                    + data.resolve("recorded/gpt-4o-medqa-test_hard-medagents.json")
                    + ",join=id,id={realidx}",
                "-o",
                work.resolve("run.assay").toString()));

    assertThat(run.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(run.err()).contains("answer_idx").contains("medagents.json:");
    assertThat(work.resolve("run.assay")).doesNotExist();
  }
}
