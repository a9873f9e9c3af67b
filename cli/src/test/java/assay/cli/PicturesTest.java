package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Sha256;
import assay.testkit.SharedData;
import assay.testkit.endpoint.Exchange;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.Replies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about pictures, put to an endpoint: what reaches it, and what never does. */
class PicturesTest {

  @TempDir private Path work;

  private CliOutcome assay(String... arguments) {
    return CliOutcome.of(work.resolve("cache"), List.of(arguments));
  }

  @Test
  void everyQuestionOfVqaRadGoesOutWithTheBytesOfItsPicture() throws IOException {
    Path data = SharedData.require("VQA-RAD");
    List<String> expected = new ArrayList<>();
    int yes = 0;
    for (JsonNode item :
        new ObjectMapper().readTree(data.resolve("data_RAD/testset.json").toFile())) {
      byte[] picture =
          Files.readAllBytes(
              data.resolve("data_RAD/images").resolve(item.get("image_name").asText()));
      expected.add(item.get("question").asText().strip() + " " + Sha256.of(picture));
      yes += item.get("answer").asText().equalsIgnoreCase("yes") ? 1 : 0;
    }
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Replies.text("Yes."))) {
      CliOutcome run =
          assay(
              "run",
              "vqa-rad",
              "--data",
              data.toString(),
              "--model",
              "openai:test@" + endpoint.baseUri(),
              "-o",
              work.resolve("run.assay").toString(),
              "--json");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(endpoint.traffic().problems()).isEmpty();
      List<String> asked =
          endpoint.traffic().exchanges().stream().map(PicturesTest::questionAndPicture).toList();
      assertThat(asked).containsExactlyInAnyOrderElementsOf(expected).hasSize(451);
      double right =
          run.estimates().stream()
              .filter(e -> e.get("slice").path("kind").asText().equals("yes-no"))
              .filter(e -> e.get("extractor").asText().startsWith("layered@"))
              .filter(e -> e.get("scorer").asText().startsWith("mumc@"))
              .mapToDouble(e -> e.get("value").asDouble() * e.get("n").asDouble())
              .findFirst()
              .orElseThrow();
      assertThat(Math.round(right)).isEqualTo(yes);
      Set<String> parts = new HashSet<>();
      run.estimates().forEach(e -> parts.add(e.get("slice").path("answer").asText()));
      assertThat(parts).contains("closed", "open");
    }
  }

  private static String questionAndPicture(Exchange exchange) {
    assertThat(exchange.images()).hasSize(1);
    String question = exchange.text().lines().findFirst().orElseThrow().strip();
    return question + " " + exchange.images().getFirst().sha256();
  }

  private Path benchmark(String picture) throws IOException {
    Path folder = Files.createDirectories(work.resolve("Bilder \u00e4\u00f6\u00fc \u533b\u5b66 1"));
    Files.writeString(
        folder.resolve("benchmark.yaml"),
        """
        assay: 1
        name: pictures
        title: Pictures
        version: "1"
        citation: none
        licence: Apache-2.0
        language: en
        data:
          test: {path: questions.jsonl, format: jsonl}
        columns: {id: string, question: string, picture: string, answer: string}
        sample:
          id: "{id}"
          kind: yes-no
          question: "{question}"
          media: "{picture}"
          target: {answer: "{answer}"}
        prompt: "{question}"
        arms: [standard]
        read: {yes-no: [layered]}
        score: {yes-no: [yes-no]}
        metrics: {yes-no: [accuracy]}
        """);
    Files.writeString(
        folder.resolve("questions.jsonl"),
        new ObjectMapper()
                .createObjectNode()
                .put("id", "1")
                .put("question", "Is it?")
                .put("picture", picture)
                .put("answer", "yes")
            + "\n");
    return folder;
  }

  @Test
  void noPathLeavesTheDataFolder() throws IOException {
    Files.writeString(work.resolve("secret.png"), "secret");
    for (String path :
        List.of("../secret.png", work.resolve("secret.png").toString(), "a/../../secret.png")) {
      Path folder = benchmark(path);
      try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Replies.text("Yes."))) {
        CliOutcome run =
            assay(
                "run",
                folder.toString(),
                "--data",
                folder.toString(),
                "--model",
                "openai:test@" + endpoint.baseUri());

        assertThat(run.code()).as(path).isEqualTo(4);
        assertThat(run.err()).contains("questions.jsonl").doesNotContain("\tat ");
        assertThat(endpoint.traffic().counters().requests()).isZero();
      }
    }
  }

  @Test
  void blanksAndOtherScriptsInNamesAreNoTrouble() throws IOException {
    Path folder = benchmark("Röntgen Thorax 胸部 (1).png");
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(picture, "png", folder.resolve("Röntgen Thorax 胸部 (1).png").toFile());
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Replies.text("Yes."))) {
      CliOutcome run =
          assay(
              "run",
              folder.toString(),
              "--data",
              folder.toString(),
              "--model",
              "openai:test@" + endpoint.baseUri(),
              "-o",
              folder.resolve("Lauf é 1.assay").toString(),
              "--json");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(endpoint.traffic().last().images()).hasSize(1);
      assertThat(assay("show", folder.resolve("Lauf é 1.assay").toString()).code()).isZero();
    }
  }
}
