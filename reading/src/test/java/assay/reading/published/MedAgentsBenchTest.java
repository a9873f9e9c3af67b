package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every recorded file of MedAgentsBench: right answers and unreadable ones by the rule exact. */
class MedAgentsBenchTest {

  @Test
  void exactGivesThePublishedAccuracyAndTheUnreadableOfEveryFile() throws IOException {
    Map<String, Double> expected = Files.expected("_A.tsv", "medagents-benchmark");
    SoftAssertions all = new SoftAssertions();
    int files = 0;
    for (Path file : recordings()) {
      String name = "recorded/" + file.getFileName();
      Tally exact = tally(file, "exact");
      all.assertThat(exact.accuracy())
          .as(name + " accuracy")
          .isCloseTo(expected.get(name + " accuracy"), within(5e-9));
      all.assertThat((double) exact.unread())
          .as(name + " unreadable")
          .isEqualTo(expected.get(name + " unreadable_answers"));
      files++;
    }
    all.assertAll();
    assertThat(files).isEqualTo(178);
  }

  /**
   * What the careful reader gets besides, all of it read and checked: letters in quotation marks or
   * brackets, "The correct answer is D.", "A. Yes"; and nothing else. No answer that exact reads is
   * lost or read otherwise.
   */
  @Test
  void layeredReadsWhatExactReadsAndMore() throws IOException {
    int exactRight = 0;
    int layeredRight = 0;
    int layeredRead = 0;
    int exactRead = 0;
    for (Path file : recordings()) {
      Tally exact = tally(file, "exact");
      Tally layered = tally(file, "layered");
      assertThat(layered.read).as(file.toString()).isGreaterThanOrEqualTo(exact.read);
      assertThat(layered.right).as(file.toString()).isGreaterThanOrEqualTo(exact.right);
      exactRight += exact.right;
      exactRead += exact.read;
      layeredRight += layered.right;
      layeredRead += layered.read;
    }
    assertThat(new int[] {exactRead, exactRight}).containsExactly(15830, 5409);
    assertThat(new int[] {layeredRead, layeredRight}).containsExactly(LAYERED_READ, LAYERED_RIGHT);
  }

  private static final int LAYERED_READ = 15901;
  private static final int LAYERED_RIGHT = 5430;

  private static Tally tally(Path file, String extractor) throws IOException {
    Tally tally = new Tally(extractor, "choice");
    Set<String> seen = new HashSet<>();
    for (JsonNode row : Files.json(file)) {
      if (!seen.add(row.get("realidx").asText())) {
        continue;
      }
      Presented presented = Files.choice(row.get("question").asText(), row.get("options"), "en");
      tally.add(
          Reply.of(row.get("predicted_answer").asText()),
          presented,
          Target.Choice.of(row.get("answer_idx").asText()));
    }
    return tally;
  }

  private static List<Path> recordings() throws IOException {
    Path folder = SharedData.require("medagents-benchmark/recorded");
    try (Stream<Path> files = java.nio.file.Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
