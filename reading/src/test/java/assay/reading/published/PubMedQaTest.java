package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.reading.Metrics;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PubMedQA: accuracy and macro-F1 of its human readers and of the most frequent answer. */
class PubMedQaTest {

  @ParameterizedTest
  @CsvSource({
    "reasoning_free_pred, 0.904, 0.841823",
    "reasoning_required_pred, 0.780, 0.721920",
    "majority, 0.552, 0.237113"
  })
  void humanReaders(String reader, double accuracy, double macroF1) throws IOException {
    JsonNode all = Files.json(SharedData.require("pubmedqa/ori_pqal.json"));
    JsonNode test = Files.json(SharedData.require("pubmedqa/test_ground_truth.json"));
    Metric.Accumulator right = Metrics.standard().byName("accuracy").start();
    Metric.Accumulator f1 = Metrics.standard().byName("macro-f1").start();
    test.properties()
        .forEach(
            entry -> {
              String expected = entry.getValue().asText();
              JsonNode row = all.get(entry.getKey());
              String said = reader.equals("majority") ? "yes" : row.get(reader).asText();
              Outcome outcome =
                  new Outcome(
                      entry.getKey(), said.equals(expected) ? 1 : 0, 1, null, expected, said);
              right.add(outcome);
              f1.add(outcome);
            });
    assertThat(right.result().orElseThrow()).isCloseTo(accuracy, within(1e-12));
    assertThat(f1.result().orElseThrow()).isCloseTo(macroF1, within(5e-7));
  }
}
