package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code assay import} says of logs that it cannot take: what, where, expected, remedy. */
class ImportMessagesTest {

  @TempDir private Path work;

  private String refused(Path log, int code) {
    Path run = work.resolve("x.assay");
    CliOutcome outcome =
        CliOutcome.of(work, List.of("import", log.toString(), "-o", run.toString()));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.err()).contains("expected: ", "remedy: ");
    assertThat(run).doesNotExist();
    return outcome.err();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name), text);
  }

  @Test
  void aDocumentThatEndsEarlySaysWhere() throws IOException {
    String whole =
        """
        {"results": {"results": [
          {"testIdx": 0, "provider": "p", "response": {"output": "A"}, "vars": {"answer": "A"}}
        ]}, "config": {}}
        """;
    Path cut = file("results.json", whole.substring(0, whole.indexOf("\"vars\"")));
    assertThat(refused(cut, 4))
        .contains("results.json:2: the JSON ends early: ", ", column ", "take the file again")
        .doesNotContain("no log of a program");
  }

  @Test
  void aRowOfATableThatIsTooShortIsNamed() throws IOException {
    Path log =
        file(
            "m_Set.tsv",
            "index\tquestion\tA\tB\tprediction\tanswer\n"
                + "0\tWhich organ?\tHeart\tLiver\tA\tA\n"
                + "1\tWhich bone?\tFemur\n");
    assertThat(refused(log, 4))
        .contains("m_Set.tsv:3: ")
        .doesNotContain("nothing that can be read as records");
    Path first = file("n_Set.tsv", "index\tquestion\tprediction\n0\tWhich organ?\n");
    assertThat(refused(first, 4))
        .contains("n_Set.tsv:2: ")
        .doesNotContain("nothing that can be read as records");
  }

  @Test
  void aScoreThatIsNoShareIsNamedWithItsLine() throws IOException {
    MadeLog log = MadeLog.of(3);
    log.record(1).put("exact_match", 7);
    Path file = log.write(work.resolve("samples_t.jsonl"));
    assertThat(refused(file, 4))
        .contains("samples_t.jsonl:2: the log scores the answer to question '1' 7.0")
        .contains("a score from 0 (wrong) to 1 (right)")
        .doesNotContain("benchmark.yaml");
  }

  @Test
  void aLogWithoutQuestionsSaysWhatIsMissing() throws IOException {
    assertThat(
            refused(
                file("scenario_state.json", "{\"adapter_spec\": {}, \"request_states\": []}"), 4))
        .contains("scenario_state.json: the log holds no question")
        .contains("a document with adapter_spec and request_states");
    assertThat(refused(file("x_allresults.json", "{\"htmls\": [], \"convos\": []}"), 4))
        .contains("x_allresults.json: the log holds no question");
  }

  @Test
  void aLineThatIsNoJsonIsNamedWithWhatToDo() throws IOException {
    Path log = MadeLog.of(3).write(work.resolve("samples_t.jsonl"));
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    lines.set(1, "{\"doc_id\": nonsense}");
    Files.write(log, lines);
    assertThat(refused(log, 4))
        .contains("samples_t.jsonl:2: not JSON: ")
        .contains("mend the record, or leave it out");
  }

  @Test
  void aFolderOrNoFileSaysWhatToDo() {
    assertThat(refused(work, 2)).contains("this is a folder").contains("name the log file in it");
    assertThat(refused(work.resolve("nowhere.jsonl"), 2))
        .contains("there is no such file")
        .contains("check the path");
  }

  @Test
  void ofLogsBesideOnlyThoseOfTheSameTaskAreNamed() throws IOException {
    Path bare = file("bare.json", "{\"eval\": {\"task\": \"t\"}, \"status\": \"success\"}");
    Path cut = Files.write(work.resolve("cut.eval"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(refused(cut, 4)).contains("cut.eval: the compressed data are damaged");
    String sample =
        "{\"eval\": {\"task\": \"%s\", \"model\": \"m\"}, \"status\": \"success\", \"samples\":"
            + " [{\"id\": 1, \"epoch\": 1, \"input\": \"x\", \"target\": \"A\"}]}";
    file("other.json", sample.formatted("another"));
    assertThat(refused0(bare))
        .contains("this is an Inspect log without samples")
        .doesNotContain("cut.eval", "other.json");
    file("same.json", sample.formatted("t"));
    assertThat(refused0(bare)).contains("import same.json").doesNotContain("other.json");
  }

  private String refused0(Path log) {
    CliOutcome outcome = CliOutcome.of(work, List.of("import", log.toString()));
    assertThat(outcome.code()).isEqualTo(4);
    return outcome.err();
  }
}
