package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that do not say what is right, or what was replied. */
class UnstatedLogsTest {

  @TempDir private Path work;

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work, List.of(arguments));
  }

  private Path run(String name) {
    return work.resolve(name + ".assay");
  }

  private Path table(String name, boolean gold, boolean hit) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "index\tquestion\tA\tB\tprediction" + (gold ? "\tanswer" : "") + (hit ? "\thit" : ""));
    for (int i = 0; i < 6; i++) {
      lines.add(
          i
              + "\tWhich organ is case %d?\tHeart %d\tLiver %d\tB".replace("%d", "" + i)
              + (gold ? "\tB" : "")
              + (hit ? "\t" + (i < 4 ? 1 : 0) : ""));
    }
    Path folder = Files.createDirectories(work.resolve(name).resolve("m"));
    return Files.write(folder.resolve("m_Set.tsv"), lines);
  }

  @Test
  void aLogWithoutRightAnswersHasNoAccuracy() throws IOException {
    Path log = table("none", false, false);
    CliOutcome told = call("import", log.toString(), "-o", run("none").toString());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.err())
        .contains("of all 6 questions the log does not state a right answer, so what Assay reads")
        .doesNotContain("m_Set.tsv:2");
    assertThat(told.out())
        .contains("accuracy is not defined: no answer could be scored.", "right answer not stated");
    CliOutcome shown = call("show", run("none").toString(), "--json");
    JsonNode headline = shown.estimate("layered", "choice");
    assertThat(headline.get("value").isNull()).isTrue();
    assertThat(headline.get("n").asInt()).isZero();
    assertThat(headline.at("/counts/undefined").asInt()).isEqualTo(6);
    assertThat(headline.at("/counts/read").asInt()).isEqualTo(6);

    assertThat(
            call("import", table("full", true, false).toString(), "-o", run("full").toString())
                .code())
        .isZero();
    CliOutcome diff = call("diff", run("none").toString(), run("full").toString());
    assertThat(diff.code()).isEqualTo(2);
    assertThat(diff.err()).contains("there is nothing to explain: none.assay has no score");
    assertThat(
            call(
                    "export",
                    run("none").toString(),
                    "--to",
                    "jsonl",
                    "-o",
                    work.resolve("x.jsonl").toString())
                .code())
        .isZero();
    assertThat(call("score", run("none").toString(), "--extractor", "all").code()).isZero();
  }

  @Test
  void whatTheLogScoredStandsWhereItDoesNotSayWhatIsRight() throws IOException {
    Path log = table("hits", false, true);
    CliOutcome told = call("import", log.toString(), "-o", run("hits").toString(), "--json");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.estimate("layered", "recorded").get("value").asDouble()).isEqualTo(4 / 6.0);
    assertThat(told.estimate("layered", "recorded").get("headline").asBoolean()).isTrue();
    assertThat(told.estimate("layered", "choice").get("n").asInt()).isZero();
    CliOutcome full =
        call("import", table("all", true, false).toString(), "-o", run("all").toString());
    assertThat(full.code()).as(full.err()).isZero();
    JsonNode diff = call("diff", run("hits").toString(), run("all").toString(), "--json").json();
    assertThat(diff.get("matched").asInt()).isEqualTo(6);
    assertThat(diff.get("other_target").asInt()).as("what is not stated is no other").isZero();
  }

  @Test
  void oneRowWithoutARightAnswerIsToldAndLeftOut() throws IOException {
    MadeLog log = MadeLog.of(5);
    log.record(2).put("target", "");
    log.record(3).putNull("target");
    Path file = log.write(work.resolve("samples_t.jsonl"));
    CliOutcome told = call("import", file.toString(), "-o", run("t").toString());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.err())
        .contains("of 2 of 5 questions the log does not state a right answer")
        .contains("samples_t.jsonl:3", "samples_t.jsonl:4");
    JsonNode headline = call("show", run("t").toString(), "--json").estimate("layered", "choice");
    assertThat(headline.get("n").asInt()).isEqualTo(3);
    assertThat(headline.get("value").asDouble()).isEqualTo(1);
    assertThat(headline.at("/counts/undefined").asInt()).isEqualTo(2);
    assertThat(call("show", run("t").toString(), "--items", "all").out()).contains("(not stated)");
  }

  @Test
  void aReplyThatIsNotThereIsAFailure() throws IOException {
    MadeLog log = MadeLog.of(3);
    log.record(1).putArray("resps").addArray();
    Path file = log.write(work.resolve("samples_t.jsonl"));
    CliOutcome told = call("import", file.toString(), "-o", run("t").toString(), "--json");
    assertThat(told.code()).isEqualTo(3);
    assertThat(told.estimate("layered", "choice").at("/counts/failed").asInt()).isEqualTo(1);
    assertThat(call("show", run("t").toString(), "--items", "failed").out())
        .contains("failed: recorded-failure: the recording says: no reply");
  }

  @Test
  void whatAFilterLeftStandsForTheReplyAndIsTold() throws IOException {
    MadeLog log = MadeLog.of(3);
    log.records().forEach((ObjectNode record) -> record.remove("resps"));
    Path file = log.write(work.resolve("samples_t.jsonl"));
    CliOutcome told = call("import", file.toString(), "-o", run("t").toString());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.err())
        .contains(
            "of all 3 questions the log does not hold the reply, only what a filter left of it");
  }
}
