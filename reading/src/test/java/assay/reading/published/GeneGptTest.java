package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.reading.Extractors;
import assay.reading.Scorers;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GeneGPT: every task in every setting of its prompts, by the publisher's rules. */
class GeneGptTest {

  @ParameterizedTest
  @MethodSource("files")
  void scoresAreThePublishersOwn(String file) throws IOException {
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.json(\\.gz)?$", "");
    Map<String, List<String>> keys = keys(file.startsWith("genehop"), name);
    double sum = 0;
    int rows = 0;
    for (JsonNode row : Files.json(SharedData.require("GeneGPT/" + file))) {
      String question = row.get(0).asText();
      Presented presented =
          new Presented(AnswerKind.TEXT, question, List.of(), List.of(), null, "en");
      Reading reading =
          Extractors.standard()
              .byName(extractor(name))
              .read(Reply.of(row.get(2).asText()), presented);
      List<String> right = keys.get(question);
      assertThat(right).as(question).isNotNull();
      sum +=
          ((Score.Value)
                  Scorers.standard().byName(scorer(name)).score(reading, new Target.Text(right)))
              .value();
      rows++;
    }
    assertThat(rows).isEqualTo(50);
    Double expected = Files.expected("_B.tsv", "GeneGPT").get(file + " score");
    assertThat(sum / rows).isCloseTo(expected, within(1e-9));
  }

  static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    for (String key : Files.expected("_B.tsv", "GeneGPT").keySet()) {
      files.add(key.substring(0, key.length() - " score".length()));
    }
    assertThat(files).hasSize(100);
    return files;
  }

  private static String extractor(String task) {
    return switch (task) {
      case "SNP location", "Gene location" -> "genegpt-location";
      case "Protein-coding genes" -> "genegpt-coding";
      case "Multi-species DNA aligment" -> "genegpt-species";
      default -> "genegpt";
    };
  }

  private static String scorer(String task) {
    return switch (task) {
      case "Gene disease association", "Disease gene location" -> "genegpt-items";
      case "Human genome DNA aligment" -> "genegpt-alignment";
      default -> "exact-text";
    };
  }

  /** The keys by question; a list is one key, its items joined as the publisher joins them. */
  private static Map<String, List<String>> keys(boolean hop, String task) throws IOException {
    JsonNode all =
        Files.json(
            SharedData.require("GeneGPT/data/" + (hop ? "genehop" : "geneturing") + ".json"));
    Map<String, List<String>> keys = new LinkedHashMap<>();
    all.get(task)
        .properties()
        .forEach(
            entry -> {
              List<String> items = new ArrayList<>();
              if (entry.getValue().isArray()) {
                entry.getValue().forEach(item -> items.add(item.asText()));
              } else {
                items.add(entry.getValue().asText());
              }
              keys.put(entry.getKey(), List.of(String.join(", ", items)));
            });
    return keys;
  }
}
