package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import assay.testkit.endpoint.ChatReply;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.Replies;
import assay.testkit.endpoint.Script;
import assay.testkit.endpoint.TokenLogprob;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules named on the command line: those that cannot apply, empty names, choices that combine. */
class NamedRulesTest {

  private static final int QUESTIONS = 12;

  @TempDir private Path work;
  private Path made = Path.of("");
  private String run = "";

  @BeforeEach
  void write() throws IOException {
    made = work.resolve("made");
    MadeBenchmark.write(made, QUESTIONS);
    run = work.resolve("run.assay").toString();
  }

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work.resolve("cache"), List.of(arguments));
  }

  private void answer(String model) {
    CliOutcome ran =
        call("run", made.toString(), "--data", made.toString(), "--model", model, "-o", run);
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void aRuleForWhichNoReplyHasWhatItReadsIsAnErrorWhereItIsNamedAlone() {
    answer("reader:first");
    for (Map.Entry<String, List<String>> rule :
        Map.of(
                "logprob-letter",
                List.of("no log-probabilities", "'generation: {top-logprobs: 5}' in"),
                "likelihood",
                List.of("no log-likelihood for each option", "assay import FILE"),
                "likelihood-by-length",
                List.of("no log-likelihood for each option", "assay import FILE"),
                "likelihood-over-unconditional",
                List.of("no log-likelihood for each option", "assay import FILE"))
            .entrySet()) {
      CliOutcome told = call("score", run, "--extractor", rule.getKey());
      assertThat(told.code()).as(rule.getKey()).isEqualTo(ExitCode.USAGE.code());
      assertThat(told.out()).isEmpty();
      assertThat(told.err().replaceAll("\\s+", " "))
          .contains("the rule '" + rule.getKey() + "@1' reads what no reply of the run has")
          .contains(rule.getValue())
          .contains("--extractor layered");
    }
    CliOutcome beside = call("score", run, "--extractor", "layered,likelihood", "--json");
    assertThat(beside.code()).as("the first scoring kept").isZero();
    JsonNode none = beside.estimate("likelihood", "choice");
    assertThat(none.get("n").asLong()).isZero();
    assertThat(none.get("value").isNull()).isTrue();
    assertThat(none.get("counts").get("undefined").asLong()).isEqualTo(QUESTIONS);
    assertThat(call("score", run, "--extractor", "layered,likelihood").out())
        .doesNotContain("worse than guessing");
    assertThat(call("score", run, "--extractor", "all").out().replaceAll("\\s+", " "))
        .containsPattern("not applicable: [^.]*likelihood@1");
  }

  @Test
  void whereSomeRepliesLackWhatARuleReadsTheyAreUndefinedAndSaid() {
    Script script =
        Script.whenTextHolds("Case 00001", Replies.text("ANSWER: A"))
            .then(
                exchange -> ChatReply.of("ANSWER: A").logprobs(TokenLogprob.of(Map.of("A", 0.9))));
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(script)) {
      answer("openai:reader@" + endpoint.baseUri());
    }
    JsonNode some =
        call("score", run, "--extractor", "logprob-letter", "--json")
            .estimate("logprob-letter", "choice");
    assertThat(some.get("n").asLong()).isEqualTo(9);
    assertThat(some.get("counts").get("undefined").asLong()).isEqualTo(3);
    assertThat(call("score", run, "--extractor", "logprob-letter").out().replaceAll("\\s+", " "))
        .contains("3 scores are undefined and left out: no log-probabilities");
  }

  @Test
  void anEmptyNameIsAnError() {
    answer("reader:first");
    for (String option : List.of("--extractor", "--scorer")) {
      CliOutcome told = call("score", run, option, ",");
      assertThat(told.code()).as(option).isEqualTo(ExitCode.USAGE.code());
      assertThat(told.err())
          .contains(option + " names an empty rule: ','")
          .contains("'assay list " + option.substring(2) + "s' names all");
    }
    CliOutcome late =
        call(
            "run",
            made.toString(),
            "--data",
            made.toString(),
            "--model",
            "reader:first",
            "-o",
            work.resolve("never.assay").toString(),
            "--scorer",
            "choice,");
    assertThat(late.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(late.err()).contains("--scorer names an empty rule: 'choice,'");
    assertThat(work.resolve("never.assay")).doesNotExist();
  }

  @Test
  void disagreementsAreThoseOfTheItemsThatAreWanted() {
    try (LoopbackEndpoint endpoint =
        LoopbackEndpoint.start(
            Script.whenTextHolds("Case 00001", Replies.text("A (B)")).then(MARKED))) {
      answer("openai:reader@" + endpoint.baseUri());
    }
    assertThat(call("score", run, "--extractor", "leading-letter,lm-eval-multi-choice").code())
        .isZero();
    int wrong = (int) call("show", run, "--items", "wrong", "--json").out().lines().count();
    int right = (int) call("show", run, "--items", "right", "--json").out().lines().count();
    assertThat(call("show", run, "--disagreements", "--items", "wrong").out())
        .contains(" of " + wrong + " answers of the kind 'wrong' read differently");
    assertThat(call("show", run, "--disagreements", "--items", "right").out())
        .containsPattern(" of " + right + " answers? of the kind 'right' read differently");
    assertThat(call("show", run, "--disagreements", "--items", "failed").out())
        .contains("no answers of the kind 'failed'");
    assertThat(
            call("show", run, "--disagreements", "--items", "right", "--json").out().lines().count()
                + call("show", run, "--disagreements", "--items", "wrong", "--json")
                    .out()
                    .lines()
                    .count())
        .isEqualTo(3);
    assertThat(call("show", run, "--disagreements", "--json").out().lines()).hasSize(3);
  }

  private static final Script MARKED = exchange -> Replies.text("A");
}
