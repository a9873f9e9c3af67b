package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import assay.reading.Scorers;
import assay.reading.similarity.Tokens;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MEDEC: flags exactly, as recorded; sentences and PyPI's ROUGE as recounted against the edition
 * that is at hand (the publisher of the runs scored them against a repaired one).
 */
class MedecTest {

  private static final Pattern LINE =
      Pattern.compile("([a-z0-9-]+)\\s([0-9]+)\\s(-?[0-9]+)\\s(.+)");

  private record Entry(String flag, String sentence, String correction) {}

  private static final Map<String, String> ROUGE =
      Map.of("R1F", "pypi-rouge-1", "R2F", "pypi-rouge-2", "RLF", "pypi-rouge-l");

  @ParameterizedTest
  @MethodSource("submissions")
  void flagsSentencesAndCorrectionsAreScoredAsThePublisherDoes(String file) throws IOException {
    boolean validation = file.contains("baseline-run-1");
    String raw = validation ? "" : "_raw";
    Map<String, Double> expected = Files.expected("_B.tsv", "MEDEC");
    Map<String, Entry> references = references(validation);
    Map<String, Entry> said = submission(file);
    double flags = 0;
    double sentences = 0;
    int agreed = 0;
    List<String> wanted = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (var reference : references.entrySet()) {
      Entry right = reference.getValue();
      Entry answer = said.get(reference.getKey());
      flags += answer != null && answer.flag().equals(right.flag()) ? 1 : 0;
      sentences += answer != null && answer.sentence().equals(right.sentence()) ? 1 : 0;
      if (answer == null) {
        continue;
      }
      boolean none = answer.correction().equals("NA");
      if (right.correction().equals("NA")) {
        agreed += none ? 1 : 0;
      } else if (!none) {
        wanted.add(right.correction());
        given.add(answer.correction());
      }
    }
    int texts = references.size();
    assertThat(flags / texts).isCloseTo(expected.get(file + " flag_accuracy"), within(1e-9));
    assertThat(sentences / texts)
        .isCloseTo(expected.get(file + " sentence_accuracy" + raw), within(1e-9));
    for (var rouge : ROUGE.entrySet()) {
      double sum = 0;
      for (int i = 0; i < wanted.size(); i++) {
        Score score =
            Scorers.standard()
                .byName(rouge.getValue())
                .compare(new Answer.Text(given.get(i)), new Target.Text(List.of(wanted.get(i))));
        sum += ((Score.Value) score).value();
      }
      assertThat(sum / wanted.size())
          .isCloseTo(expected.get(file + " " + rouge.getKey() + "_subset" + raw), within(1e-9));
      assertThat((sum + agreed) / texts)
          .isCloseTo(expected.get(file + " " + rouge.getKey() + "C" + raw), within(1e-9));
    }
  }

  static List<String> submissions() throws IOException {
    return Files.expected("_B.tsv", "MEDEC").keySet().stream()
        .filter(key -> key.endsWith(" flag_accuracy"))
        .map(key -> key.substring(0, key.length() - " flag_accuracy".length()))
        .toList();
  }

  private static Map<String, Entry> references(boolean validation) throws IOException {
    String set = validation ? "ValidationSet" : "TestSet";
    List<String> sampled = new ArrayList<>();
    JsonNode indices =
        Files.json(
            SharedData.require(
                "MEDEC/CS263-MEDIQA-CORR-2024/baseline-experiment/sampled_test_indices.json"));
    indices.get("indices").forEach(index -> sampled.add("ms-test-" + index.asInt()));
    Map<String, Entry> references = new LinkedHashMap<>();
    String file = "MEDEC/MEDEC-MS/MEDEC-MS-" + set + "-with-GroundTruth-and-ErrorType.csv";
    for (var row : Files.csv(SharedData.require(file))) {
      String id = row.get("Text ID");
      // 328 empty rows make the numbers floats in most readers
      if (!id.isEmpty() && (validation || sampled.contains(id))) {
        String correction = row.get("Corrected Sentence");
        references.put(
            id,
            new Entry(
                whole(row.get("Error Flag")),
                whole(row.get("Error Sentence ID")),
                correction.isEmpty() ? "NA" : correction));
      }
    }
    return references;
  }

  private static String whole(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  private static Map<String, Entry> submission(String file) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String line : Files.text(SharedData.require("MEDEC/" + file)).split("\n")) {
      Matcher matcher = LINE.matcher(line.strip());
      if (matcher.matches()) {
        String correction = String.join(" ", Tokens.words(matcher.group(4)));
        while (correction.startsWith("\"") && correction.length() > 1) {
          correction = correction.substring(1);
        }
        while (correction.endsWith("\"") && correction.length() > 1) {
          correction = correction.substring(0, correction.length() - 1);
        }
        boolean none = matcher.group(2).equals("0");
        entries.put(
            matcher.group(1),
            new Entry(matcher.group(2), matcher.group(3), none ? "NA" : correction));
      }
    }
    return entries;
  }
}
