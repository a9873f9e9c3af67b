package assay.models.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.SharedData;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Estimates of tokens; the pictures' values are the worked examples of OpenAI's guide (1024 × 1024,
 * 2048 × 4096).
 */
class TokenEstimateTest {

  private static final JsonMapper NAN_TOO =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  @ParameterizedTest
  @CsvSource({"1024, 1024, 765", "2048, 4096, 1105", "512, 512, 255", "1, 1, 255"})
  void tilesFollowTheGuide(int width, int height, long tokens) {
    assertThat(ImageTokens.tiles(width, height)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 1", "29, 28, 2", "1024, 1024, 1369"})
  void patchesAreCountedWhereTheyBegin(int width, int height, long tokens) {
    assertThat(ImageTokens.patches(width, height)).isEqualTo(tokens);
  }

  static Stream<FixtureRow> sentences() {
    return Fixture.of(TokenEstimateTest.class, "token-counts-jtokkit.tsv").stream();
  }

  /** Single sentences; a third of leeway, for the rule is made for runs. */
  @ParameterizedTest
  @MethodSource("sentences")
  void sentencesOfManyScriptsLieInTheRange(FixtureRow row) {
    TokenRange range = TextTokens.of(row.text("text"));
    assertThat(row.number("o200k")).isGreaterThan(range.low() * 0.8);
    assertThat(row.number("cl100k")).isLessThan(range.high() * 1.2);
    assertThat(range.high()).isLessThan((long) (1.8 * row.number("cl100k")));
  }

  /**
   * What models reported, against the lower rule and each file's constant template, which is taken
   * as the median of the differences.
   */
  @Test
  void reportedTokensOfMedicalQuestionsAreMet() throws IOException {
    Path folder = SharedData.require("medagents-benchmark/recorded");
    int files = 0;
    try (DirectoryStream<Path> recorded =
        Files.newDirectoryStream(folder, "*-test_hard-zero_shot.json")) {
      for (Path file : recorded) {
        List<double[]> pairs = pairs(file);
        if (pairs.isEmpty()) {
          continue;
        }
        files++;
        double[] templates = pairs.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
        Arrays.sort(templates);
        double template = templates[templates.length / 2];
        double error = 0;
        double estimated = 0;
        double reported = 0;
        for (double[] pair : pairs) {
          error += Math.abs((pair[0] + template) / pair[1] - 1) / pairs.size();
          estimated += pair[0] + template;
          reported += pair[1];
        }
        assertThat(error).as(file.getFileName() + ", mean error a question").isLessThan(0.07);
        assertThat(estimated / reported).as(file.getFileName() + ", a run").isBetween(0.975, 1.025);
      }
    }
    assertThat(files).isGreaterThan(40);
  }

  /** Estimate by the lower rule without its margin, and the prompt tokens reported. */
  private static List<double[]> pairs(Path file) throws IOException {
    List<double[]> pairs = new ArrayList<>();
    for (JsonNode row : NAN_TOO.readTree(file.toFile())) {
      double reported = row.path("token_usage").path("prompt_tokens").asDouble(0);
      if (reported > 0 && row.path("question").isTextual() && row.path("options").isObject()) {
        StringBuilder text = new StringBuilder(row.path("question").textValue());
        row.path("options")
            .properties()
            .forEach(
                o ->
                    text.append("\n(")
                        .append(o.getKey())
                        .append(") ")
                        .append(o.getValue().asText()));
        pairs.add(new double[] {TextTokens.of(text.toString()).low() / 0.9, reported});
      }
    }
    return pairs;
  }

  @Test
  void anEmptyTextHasNone() {
    assertThat(TextTokens.of("")).isEqualTo(TokenRange.NONE);
    assertThat(TextTokens.of(" \t ")).isEqualTo(TokenRange.NONE);
  }

  @SeededTest(count = 200)
  void anyTextHasARange(Generators draw) {
    String text = draw.text();
    TokenRange range = TextTokens.of(text);
    assertThat(range.high()).isLessThanOrEqualTo(4L * text.length() + 1);
    TokenRange twice = TextTokens.of(text + "\n" + text);
    assertThat(twice.high()).isGreaterThanOrEqualTo(range.high());
  }

  @Test
  void aPictureHasASize() {
    assertThatThrownBy(() -> ImageTokens.of(0, 7))
        .hasMessage("a picture of 0 x 7: expected at least 1 x 1");
  }
}
