package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark in which several options are right together needs a rule that reads several. */
class SeveralRightOptionsTest {

  private static final String YAML =
      """
      assay: 1
      name: several
      version: "1"
      language: en
      data: {test: questions.jsonl}
      sample:
        id: "{id}"
        kind: choice
        question: "{q}"
        options: {fixed: {A: one, B: two, C: three}}
        target: {keys: {from: right, separator: ","}}
      prompt: "{question}"
      """;

  @TempDir private Path work;

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work.resolve("cache"), List.of(arguments));
  }

  private CliOutcome check(String read) throws IOException {
    Path made = Files.createDirectories(work.resolve("made"));
    Files.writeString(made.resolve("benchmark.yaml"), YAML + read);
    Files.writeString(
        made.resolve("questions.jsonl"),
        """
        {"id": 1, "q": "Which?", "right": "A,C"}
        {"id": 2, "q": "Which?", "right": "B"}
        {"id": 3, "q": "Which?", "right": "A,B,C"}
        """);
    CliOutcome told = call("check", made.toString(), "--data", made.toString());
    assertThat(told.code()).as(told.err()).isZero();
    return told;
  }

  @Test
  void checkWarnsWhereNoRuleReadsSeveral() throws IOException {
    assertThat(check("read: {choice: [layered, exact]}\n").out())
        .contains("warning: 2 samples have several right options")
        .contains("none of the rules named in 'read: choice' reads several (layered, exact)")
        .contains("'letters' does: read: {choice: [letters]}");
    assertThat(check("read: {choice: [layered, letters]}\n").out()).doesNotContain("warning");
    assertThat(check("read: {choice: [json]}\n").out()).doesNotContain("warning");
  }

  @Test
  void lettersIsTheDefaultWhereSeveralCanBeRight() throws IOException {
    assertThat(check("").out()).doesNotContain("warning");
    Path made = work.resolve("made");
    Path replies = work.resolve("replies.jsonl");
    Files.writeString(
        replies,
        """
        {"id": 1, "said": "A, C"}
        {"id": 2, "said": "B"}
        {"id": 3, "said": "A and B"}
        """);
    CliOutcome ran =
        call(
            "run",
            made.toString(),
            "--data",
            made.toString(),
            "--model",
            "recorded:" + replies + ",id={id},reply=said",
            "-o",
            work.resolve("run.assay").toString(),
            "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.estimate("letters", "choice").get("value").asDouble()).isEqualTo(2 / 3.0);
    assertThat(ran.estimate("letters", "choice").get("headline").asBoolean()).isTrue();
  }
}
