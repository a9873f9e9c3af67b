package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.command.AssayCommand;
import assay.cli.process.ExitCode;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Places;
import assay.testkit.endpoint.Faults;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.MarkedAnswers;
import assay.testkit.endpoint.Script;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command as a user meets it: what it prints, where, and with which exit code. */
class CommandTest {

  private static final int QUESTIONS = 60;

  @TempDir private Path work;
  private Path made = Path.of("");
  private int right;

  @BeforeEach
  void writeBenchmark() throws IOException {
    made = work.resolve("made");
    right = MadeBenchmark.write(made, QUESTIONS);
  }

  private CliOutcome assay(String... arguments) {
    return CliOutcome.of(work.resolve("cache"), List.of(arguments));
  }

  private CliOutcome run(String model, Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                made.toString(),
                "--data",
                made.toString(),
                "--model",
                model,
                "-o",
                file.toString()));
    arguments.addAll(List.of(more));
    return CliOutcome.of(work.resolve("cache"), arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "resume",
        "merge",
        "score",
        "show",
        "compare",
        "claim",
        "lint-claim",
        "export",
        "list",
        "check",
        "demo"
      })
  void everyCommandHelpsWithExitCodes(String command) {
    CliOutcome help = assay(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: assay " + command).contains("Exit codes:");
    assertThat(help.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  /** For speed only the one that is asked for is made; this is that they are all the same. */
  @Test
  void everyCommandIsMadeAloneAsAmongTheOthers() {
    Places places = Places.detect(name -> null);
    Terminal terminal = Terminal.detect(System.out, System.err, name -> null);
    Map<String, CommandLine> all =
        new AssayCommand(terminal, places).commandLine(List.of()).getSubcommands();
    assertThat(all).containsKeys("run", "reproduce", "completion");
    all.forEach(
        (name, command) -> {
          assertThat(command.getCommandName()).isEqualTo(name);
          if (!name.equals("completion")) {
            assertThat(
                    new AssayCommand(terminal, places).commandLine(List.of(name)).getSubcommands())
                .containsOnlyKeys(name);
          }
        });
  }

  @Test
  void versionAndCompletion() {
    assertThat(assay("--version").out()).startsWith("assay ");
    assertThat(assay("completion").out()).contains("complete").contains("assay");
  }

  @Test
  void listNamesEveryKindOfThing() {
    CliOutcome list = assay("list", "--json");

    assertThat(list.code()).isZero();
    assertThat(list.json().properties().stream().map(entry -> entry.getKey()).toList())
        .containsExactly(
            "benchmarks",
            "models",
            "extractors",
            "scorers",
            "metrics",
            "arms",
            "intervals",
            "formats");
  }

  @Test
  void anEndpointIsAskedOnceForEachTrialAndTheSecondRunComesFromTheCache() {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(MarkedAnswers.ofFour())) {
      String model = "openai:test@" + endpoint.baseUri();
      CliOutcome first = run(model, work.resolve("a.assay"), "--json");
      CliOutcome second = run(model, work.resolve("b.assay"), "--json");
      CliOutcome third = run(model, work.resolve("c.assay"), "--json", "--no-cache");

      assertThat(first.code()).as(first.err()).isZero();
      assertThat(first.estimate("layered", "choice").get("value").asDouble())
          .isEqualTo(right / (double) QUESTIONS);
      assertThat(second.json().at("/runs/0/trials/from_cache").asLong()).isEqualTo(QUESTIONS);
      assertThat(third.json().at("/runs/0/trials/from_cache").asLong()).isZero();
      assertThat(assay("show", work.resolve("b.assay").toString()).out())
          .contains("Of the run's answers " + QUESTIONS + " came from the cache");
      assertThat(endpoint.traffic().counters().requests()).isEqualTo(2L * QUESTIONS);
      assertThat(endpoint.traffic().problems()).isEmpty();
    }
  }

  @Test
  void failuresLeaveTheRunIncompleteWithBoundsAndResumeMendsIt() {
    try (LoopbackEndpoint endpoint =
        LoopbackEndpoint.start(
            Script.whenTextHolds("Case 000007", Faults.serverError(500))
                .then(MarkedAnswers.ofFour()))) {
      Path file = work.resolve("run.assay");
      CliOutcome broken =
          run("openai:test@" + endpoint.baseUri(), file, "--json", "--attempts", "1");

      assertThat(broken.code()).as(broken.err()).isEqualTo(ExitCode.INCOMPLETE.code());
      JsonNode estimate = broken.estimate("layered", "choice");
      assertThat(estimate.at("/counts/failed").asLong()).isEqualTo(1);
      assertThat(estimate.at("/bounds/worst").asDouble())
          .isLessThan(estimate.at("/bounds/best").asDouble());
      assertThat(broken.json().at("/runs/0/state").asText()).isEqualTo("incomplete");
      assertThat(broken.json().at("/runs/0/sealed").asBoolean()).isFalse();
      CliOutcome failed = assay("show", file.toString(), "--items", "failed");
      assertThat(failed.out()).contains("q7").contains("server");

      endpoint.script(MarkedAnswers.ofFour());
      CliOutcome mended = assay("resume", file.toString(), "--json");

      assertThat(mended.code()).as(mended.err()).isZero();
      assertThat(mended.estimate("layered", "choice").get("value").asDouble())
          .isEqualTo(right / (double) QUESTIONS);
      assertThat(mended.json().at("/runs/0/sealed").asBoolean()).isTrue();
      assertThat(endpoint.traffic().counters().requests()).isEqualTo(QUESTIONS + 1L);
    }
  }

  @Test
  void anUnusableEndpointStopsTheRunWithItsOwnExitCode() {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Faults.unauthorized())) {
      CliOutcome refused = run("openai:test@" + endpoint.baseUri(), work.resolve("run.assay"));

      assertThat(refused.code()).isEqualTo(ExitCode.ENDPOINT.code());
      assertThat(refused.err()).contains("endpoint cannot be used");
    }
  }

  @Test
  void theLimitTakesTheSameSamplesForEveryModel() {
    CliOutcome oracle =
        run("reader:oracle,accuracy=0.9", work.resolve("a.assay"), "--limit", "20", "--json");
    run("reader:first", work.resolve("b.assay"), "--limit", "20");

    assertThat(oracle.code()).isZero();
    assertThat(oracle.estimate("layered", "choice").at("/counts/skipped").asLong())
        .isEqualTo(QUESTIONS - 20);
    assertThat(samples("a.assay")).isEqualTo(samples("b.assay")).hasSize(QUESTIONS - 20);
  }

  private List<String> samples(String file) {
    return assay("show", work.resolve(file).toString(), "--items", "skipped", "--json")
        .out()
        .lines()
        .map(line -> line.replaceFirst(".*\"sample\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void exportsHoldARowForEachTrialExtractorAndScorer() throws IOException {
    Path file = work.resolve("run.assay");
    run("reader:oracle,accuracy=0.8", file);

    assertThat(assay("export", file.toString(), "--to", "csv").code()).isZero();
    assertThat(assay("export", file.toString(), "--to", "jsonl").code()).isZero();
    assertThat(assay("export", file.toString(), "--to", "parquet").code()).isZero();
    List<String> csv = Files.readAllLines(work.resolve("run.csv"), StandardCharsets.UTF_8);
    assertThat(csv).hasSize(1 + 2 * QUESTIONS);
    assertThat(csv.getFirst()).startsWith("trial,benchmark,split,subset,model,sample,arm");
    assertThat(Files.readAllLines(work.resolve("run.jsonl"), StandardCharsets.UTF_8))
        .hasSize(2 * QUESTIONS);
    assertThat(Files.readAllBytes(work.resolve("run.parquet"))).startsWith('P', 'A', 'R', '1');
  }

  @Test
  void otherModelsMergeIntoOneRunWhosePartsAreAddressed() {
    Path one = work.resolve("one.assay");
    Path other = work.resolve("other.assay");
    Path both = work.resolve("both.assay");
    run("reader:oracle,accuracy=1", one);
    run("reader:first", other);
    CliOutcome merged =
        assay("merge", one.toString(), other.toString(), "-o", both.toString(), "--json");

    assertThat(merged.code()).as(merged.err()).isZero();
    assertThat(merged.json().at("/runs/0/models").size()).isEqualTo(2);
    CliOutcome part = assay("show", both + "#model=reader:first", "--json");
    assertThat(part.estimates())
        .allSatisfy(e -> assertThat(e.get("model").asText()).isEqualTo("reader:first"));
    CliOutcome nobody = assay("show", both + "#model=nobody", "--json");
    assertThat(nobody.code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void shardsOfSeveralMachinesMergeIntoTheWholeRun() {
    List<String> merge = new ArrayList<>(List.of("merge"));
    for (int i = 1; i <= 3; i++) {
      Path part = work.resolve("part" + i + ".assay");
      CliOutcome shard = run("reader:oracle,accuracy=0.8", part, "--shard", i + "/3", "--json");
      assertThat(shard.code()).as(shard.err()).isZero();
      merge.add(part.toString());
    }
    merge.addAll(List.of("-o", work.resolve("merged.assay").toString(), "--json"));
    CliOutcome merged = CliOutcome.of(work.resolve("cache"), merge);
    CliOutcome whole = run("reader:oracle,accuracy=0.8", work.resolve("whole.assay"), "--json");

    assertThat(merged.code()).as(merged.err()).isZero();
    assertThat(merged.estimate("layered", "choice")).isEqualTo(whole.estimate("layered", "choice"));
    assertThat(run("reader:first", work.resolve("x.assay"), "--shard", "4/3").code())
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void wrongUsageSaysWhatIsMeant() {
    assertThat(assay("run", made.toString()).err()).contains("--model");
    assertThat(assay("shwo", "x").err()).contains("show");
    CliOutcome unknown =
        assay("run", "medqaa", "--data", made.toString(), "--model", "reader:first");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(unknown.err()).contains("there is no benchmark 'medqaa'").contains("medqa");
    CliOutcome reader = run("reader:orcale", work.resolve("x.assay"));
    assertThat(reader.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(reader.err()).contains("oracle");
    CliOutcome absent = assay("show", work.resolve("none.assay").toString());
    assertThat(absent.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(absent.err()).contains("there is no such file");
  }

  @Test
  void checkReportsEveryProblemOfAFileAtOnce() throws IOException {
    Path questions = made.resolve("questions.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(questions, StandardCharsets.UTF_8));
    lines.set(3, lines.get(3).replaceFirst("\"answer\":\"[A-D]\"", "\"answer\":\"Q\""));
    lines.set(9, lines.get(8));
    Files.write(questions, lines, StandardCharsets.UTF_8);
    CliOutcome check = assay("check", made.toString(), "--data", made.toString());

    assertThat(check.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(check.err())
        .contains("questions.jsonl:4")
        .contains("'Q'")
        .contains("q9")
        .doesNotContain("\tat ");
  }

  @Test
  void textOfTemplatesInDataIsNeverExecuted() throws IOException {
    Path questions = made.resolve("questions.jsonl");
    String text =
        Files.readString(questions, StandardCharsets.UTF_8)
            .replace("which one?", "which {question} {options} ${7*7} {{x}}?");
    Files.writeString(questions, text, StandardCharsets.UTF_8);
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(MarkedAnswers.ofFour())) {
      CliOutcome run =
          run("openai:test@" + endpoint.baseUri(), work.resolve("run.assay"), "--json");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(endpoint.traffic().last().text()).contains("{question} {options} ${7*7} {{x}}?");
    }
  }
}
