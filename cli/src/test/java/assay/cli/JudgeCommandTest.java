package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import assay.testkit.endpoint.Behaviour;
import assay.testkit.endpoint.Exchange;
import assay.testkit.endpoint.Faults;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.MarkedAnswers;
import assay.testkit.endpoint.Replies;
import assay.testkit.endpoint.Script;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model reads what another replied, and fails at it in every way there is. */
class JudgeCommandTest {

  private static final int QUESTIONS = 40;
  private static final Pattern REPLY = Pattern.compile("ANSWER: ([A-D])\n-----[0-9a-f]{16}\n");

  @TempDir private Path work;
  private Path run = Path.of("");

  /** A run of which the replies end with {@code ANSWER: X}; one is empty. */
  @BeforeEach
  void answer() throws IOException {
    Path made = work.resolve("made");
    MadeBenchmark.write(made, QUESTIONS);
    run = work.resolve("run.assay");
    Script answers =
        Script.whenTextHolds("Case 000009", Replies.text("  ")).then(MarkedAnswers.ofFour());
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(answers)) {
      CliOutcome ran =
          call(
              "run",
              made.toString(),
              "--data",
              made.toString(),
              "--model",
              "openai:reader@" + endpoint.baseUri(),
              "-o",
              run.toString());
      assertThat(ran.code()).as(ran.err()).isZero();
    }
  }

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work, List.of(arguments));
  }

  private CliOutcome judge(LoopbackEndpoint endpoint, String... more) {
    return call(
        Stream.concat(
                Stream.of(
                    "judge",
                    run.toString(),
                    "--model",
                    "openai:wise/judge-1@" + endpoint.baseUri(),
                    "--attempts",
                    "1"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** Says the letter that the reply gives. */
  private static Behaviour faithful(Exchange exchange) {
    Matcher reply = REPLY.matcher(exchange.text());
    return Replies.text(reply.find() ? reply.group(1) : "NONE");
  }

  private static Script failing() {
    return Script.whenTextHolds("Case 000001", Replies.text("NONE"))
        .then(
            Script.whenTextHolds("Case 000002", Replies.text("The reply is right."))
                .then(
                    Script.whenTextHolds("Case 000003", Replies.text("E"))
                        .then(
                            Script.whenTextHolds("Case 000004", Faults.serverError(500))
                                .then(JudgeCommandTest::faithful))));
  }

  /** What the judge's rule made of each sample: the answer, or why there is none. */
  private Map<String, String> readings(String judge) {
    Map<String, String> read = new LinkedHashMap<>();
    CliOutcome items =
        call("show", run.toString(), "--items", "all", "--extractor", "judge:" + judge, "--json");
    assertThat(items.code()).as(items.err()).isZero();
    for (String line : items.out().lines().toList()) {
      try {
        JsonNode item = new ObjectMapper().readTree(line);
        String extractor = item.get("extractor").asText();
        assertThat(extractor).isEqualTo("judge:" + judge + "@1");
        read.put(
            item.get("sample").asText(),
            item.at("/readings/" + extractor).asText(item.get("unreadable_because").asText()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return read;
  }

  private Path judgesRun() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.getFileName().toString().matches("run\\.judged-by-.*\\.assay"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void whateverElseAJudgeDoesIsAnOutcomeOfItsOwnAndNeverAnAnswer() throws IOException {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(failing())) {
      CliOutcome told = judge(endpoint);

      assertThat(told.code()).as(told.err()).isEqualTo(ExitCode.INCOMPLETE.code());
      assertThat(told.err())
          .contains("assay: judge-1 judged 38 replies, failed at 1 (1 server)")
          .contains("go on:    assay resume " + judgesRun())
          .contains("look:     assay show " + judgesRun() + " --items failed")
          .contains("then:     assay score " + run + " --judged " + judgesRun())
          .doesNotContain("RUN", "FILE");
      assertThat(told.out()).contains("judge:judge-1@1").contains("layered@1");
      assertThat(endpoint.traffic().counters().requests())
          .as("of an empty reply nothing is asked")
          .isEqualTo(QUESTIONS - 1L);
      Map<String, String> read = readings("judge-1");
      assertThat(read)
          .hasSize(QUESTIONS)
          .containsEntry("q1", "judge found no answer")
          .containsEntry("q2", "judge did not keep to the form")
          .containsEntry("q3", "judge did not keep to the form")
          .containsEntry("q4", "judge failed: server")
          .containsEntry("q5", String.valueOf(MarkedAnswers.ofFour().letterOf("Case 000005")))
          .containsEntry("q9", "empty");

      CliOutcome shown = call("show", run.toString(), "--json");
      JsonNode counts = shown.estimate("judge:judge-1", "choice").get("counts");
      assertThat(counts.get("undefined").asLong())
          .as("what the judge failed at has no score: it is no wrong answer of the reader")
          .isEqualTo(1);
      assertThat(counts.get("unreadable").asLong()).as("q1, q2, q3, q4, q9").isEqualTo(5);

      endpoint.script(JudgeCommandTest::faithful);
      Path asked = judgesRun();
      CliOutcome resumed = call("resume", asked.toString());
      assertThat(resumed.code()).isZero();
      assertThat(resumed.err().lines().toList().getLast())
          .startsWith("then:     assay score ")
          .contains(run.getFileName() + " --judged ", String.valueOf(asked.getFileName()));
      CliOutcome again = call("score", run.toString(), "--judged", asked.toString(), "--json");
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.err()).contains("assay: judge-1 judged 39 replies");
      assertThat(readings("judge-1"))
          .containsEntry("q4", String.valueOf(MarkedAnswers.ofFour().letterOf("Case 000004")));
      assertThat(call("check", run.toString()).code()).as("sealed, and its scores true").isZero();
    }
  }

  @Test
  void theJudgeSeesQuestionOptionsAndReplyAndNeitherGoldNorReader() {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(JudgeCommandTest::faithful)) {
      assertThat(judge(endpoint).code()).isZero();
      assertThat(endpoint.traffic().exchanges())
          .hasSize(QUESTIONS - 1)
          .allSatisfy(
              exchange ->
                  assertThat(exchange.text())
                      .contains("QUESTION\nCase 0000", "\nOPTIONS\nA. w\nB. x\nC. y\nD. z\n")
                      .containsPattern(
                          "REPLY, between the lines (-----[0-9a-f]{16})\n\\1\nANSWER: [A-D]\n\\1\n")
                      .doesNotContain("reader", "gold", "target"));
    }
  }

  @Test
  void judgesStandBesideEachOtherAndOneNameIsOneJudge() throws IOException {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(JudgeCommandTest::faithful)) {
      assertThat(judge(endpoint, "--as", "first").code()).isZero();
      CliOutcome second = judge(endpoint, "--as", "second", "--json");
      assertThat(second.code()).as(second.err()).isZero();
      assertThat(second.estimate("judge:first", "choice").get("value"))
          .isEqualTo(second.estimate("judge:second", "choice").get("value"));
      assertThat(second.estimate("layered", "choice").get("headline").asBoolean()).isTrue();
      JsonNode own = call("show", judgesRun().toString(), "--json").json().at("/estimates/0");
      assertThat(own.get("extractor").asText()).isEqualTo("layered@1");
      assertThat(own.get("value").asDouble()).as("judge and rule agree").isEqualTo(1);

      CliOutcome taken =
          call(
              "judge",
              run.toString(),
              "--model",
              "openai:other@" + endpoint.baseUri(),
              "--as",
              "first",
              "-o",
              work.resolve("other.assay").toString());
      assertThat(taken.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(taken.err())
          .contains("another judge bears the name 'first' in this run")
          .contains("give this one another name, nothing was asked yet: --as NAME");
      assertThat(endpoint.traffic().counters().requests())
          .as("the second judge had its words from the cache, the third was not asked")
          .isEqualTo(QUESTIONS - 1L);

      Path other = work.resolve("other.assay");
      assertThat(judgeOther(endpoint, other).code()).isZero();
      CliOutcome kept =
          call("score", run.toString(), "--judged", other.toString(), "--as", "first");
      assertThat(kept.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(kept.err())
          .contains("another judge bears the name 'first' in this run")
          .contains(
              "nothing is lost, keep it by another name: assay score "
                  + run
                  + " --judged "
                  + other
                  + " --as NAME");
    }
  }

  private CliOutcome judgeOther(LoopbackEndpoint endpoint, Path output) {
    return call(
        "judge",
        run.toString(),
        "--model",
        "openai:other@" + endpoint.baseUri(),
        "-o",
        output.toString());
  }

  @Test
  void aJudgeThatSaidNothingHasNoClaimToItsName() {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Faults.unauthorized())) {
      assertThat(judge(endpoint, "--as", "j").code()).isEqualTo(ExitCode.ENDPOINT.code());
    }
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(JudgeCommandTest::faithful)) {
      CliOutcome told = judge(endpoint, "--as", "j", "-o", work.resolve("again.assay").toString());
      assertThat(told.code()).as(told.err()).isZero();
      assertThat(told.err()).contains("assay: j judged 39 replies");
    }
  }

  @Test
  void whatAnEndpointRejectsIsNamedAndNotProposedAgain() throws IOException {
    Script script =
        Script.whenTextHolds(
                "Case 00000", Faults.error(400, "invalid_request_error", "unfit", "not this one"))
            .then(JudgeCommandTest::faithful);
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(script)) {
      CliOutcome told = judge(endpoint);
      assertThat(told.code()).as(told.err()).isEqualTo(ExitCode.INCOMPLETE.code());
      assertThat(told.err())
          .contains("assay: judge-1 judged 31 replies, failed at 8 (8 rejected)")
          .contains("look:     assay show " + judgesRun() + " --items failed")
          .doesNotContain("assay resume", "then:");
    }
  }

  @Test
  void onlyAModelAtAnEndpointCanJudge() {
    CliOutcome told = call("judge", run.toString(), "--model", "reader:random");
    assertThat(told.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(told.err())
        .contains("'reader:random' is no judge")
        .contains("a model at an endpoint: --model openai:NAME@URL");
    assertThat(call("judge", "--help").out())
        .containsIgnoringWhitespaces("recordings and reference readers are no judges");
  }

  @Test
  void wordsThatWereChangedAreRefused() throws SQLException {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(JudgeCommandTest::faithful)) {
      assertThat(judge(endpoint).code()).isZero();
    }
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + run);
        Statement statement = file.createStatement()) {
      statement.executeUpdate("UPDATE judgement SET text = 'Z' WHERE trial = 3");
    }
    for (String command : List.of("score", "check")) {
      CliOutcome told = call(command, run.toString());
      assertThat(told.code()).as(command).isEqualTo(ExitCode.DATA.code());
      assertThat(told.err())
          .contains("what the judge 'judge-1' said was changed after it was kept")
          .contains("assay score RUN --judged FILE");
    }
  }

  @Test
  void aJudgeThatIsDeadHasFailedAndIsNotInapplicable() throws IOException {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Faults.serverError(500))) {
      CliOutcome told = judge(endpoint);
      assertThat(told.code()).isEqualTo(ExitCode.ENDPOINT.code());
      assertThat(told.out()).contains("judge:judge-1@1").doesNotContain("not applicable: judge");
      assertThat(readings("judge-1").values())
          .contains("judge failed: server", "no judge looked at it", "empty");
    }
  }

  @Test
  void mistakesAreToldAndLeaveNothing() throws IOException {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(JudgeCommandTest::faithful)) {
      CliOutcome dry = judge(endpoint, "--dry-run");
      assertThat(dry.code()).as(dry.err()).isZero();
      assertThat(dry.out()).contains(String.valueOf(QUESTIONS - 1));
      assertThat(endpoint.traffic().counters().requests()).isZero();

      CliOutcome notThere = call("score", run.toString(), "--extractor", "judge:nobody");
      assertThat(notThere.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(notThere.err())
          .contains("no judge of this name has looked at the run: 'judge:nobody'")
          .contains("assay judge RUN --model MODEL");

      CliOutcome noJudge = call("score", run.toString(), "--judged", run.toString());
      assertThat(noJudge.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(noJudge.err()).contains("this is no judge's run: it is about made");

      CliOutcome name = judge(endpoint, "--as", "a/b");
      assertThat(name.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(name.err()).contains("'a/b' cannot be the name of a judge");
    }
    try (Stream<Path> files = Files.list(work)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("judged-by"));
    }
  }
}
