package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** WorldMedQA-V: the leading letter of every workbook, and what its judge read. */
class WorldMedQaVTest {

  private static final String LETTERS = "ABCD";

  @Test
  void leadingLettersAndRecordedOnesGiveTheExpectedAccuracies() throws IOException {
    Map<String, Double> expected = Files.expected("_A.tsv", "WorldMedQA-V");
    SoftAssertions all = new SoftAssertions();
    int workbooks = 0;
    for (Path file : workbooks()) {
      String name = SharedData.require("WorldMedQA-V").relativize(file).toString();
      Tally leading = new Tally("leading-letter", "choice");
      Tally recorded = new Tally("recorded", "choice");
      for (Map<String, String> row : Workbooks.rows(file)) {
        Presented presented = presented(row, "en");
        Target target = Target.Choice.of(row.get("correct_option"));
        Reply plain = Reply.of(row.get("prediction"));
        leading.add(plain, presented, target);
        recorded.add(with(plain, row.get("extracted")), presented, target);
      }
      all.assertThat(leading.accuracy())
          .as(name + " leading letter")
          .isCloseTo(expected.get(name + " accuracy_leading_letter"), within(5e-9));
      Double judged = expected.get(name + " accuracy_extracted");
      if (judged != null) {
        all.assertThat(recorded.accuracy()).as(name + " recorded").isCloseTo(judged, within(5e-9));
        all.assertThat((double) recorded.unread())
            .as(name + " not a letter")
            .isEqualTo(expected.get(name + " extracted_not_a_letter"));
      }
      workbooks++;
    }
    all.assertAll();
    assertThat(workbooks).isEqualTo(140);
  }

  private static Presented presented(Map<String, String> row, String language) {
    List<Option> options = new ArrayList<>();
    for (char letter : LETTERS.toCharArray()) {
      options.add(new Option(String.valueOf(letter), row.get(String.valueOf(letter))));
    }
    return new Presented(
        AnswerKind.CHOICE, row.get("question"), options, List.of(), null, language);
  }

  private static Reply with(Reply reply, String extracted) {
    return new Reply(
        reply.text(),
        null,
        reply.finish(),
        reply.usage(),
        null,
        null,
        List.of(),
        null,
        reply.raw(),
        new Recorded(extracted, null));
  }

  private static List<Path> workbooks() throws IOException {
    try (Stream<Path> files = java.nio.file.Files.walk(SharedData.require("WorldMedQA-V"))) {
      return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
    }
  }
}
