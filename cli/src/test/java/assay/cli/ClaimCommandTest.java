package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import assay.evaluation.store.RunFile;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** {@code assay claim} and {@code assay run --claim} as a user meets them. */
class ClaimCommandTest {

  private static final String CLAIM =
      """
      assay: 1
      claim: ready
      title: The model is ready | <fit> & *sound*
      benchmark: made
      runs:
        model: {}
        baseline: {}
      statements:
        - {id: beats, says: better, run: model, than: baseline}
        - {id: close, says: non-inferior, run: model, to: baseline, margin: 5 points}
        - {id: level, says: at-least, run: model, value: 60 %}
        - {id: guess, says: beats-chance, run: model}
        - {id: read, says: unread-at-most, run: model, value: 0.2}
      """;

  @TempDir private Path work;
  private Path made = Path.of("");
  private Path claim = Path.of("");

  @BeforeEach
  void write() throws IOException {
    made = work.resolve("made");
    MadeBenchmark.write(made, 120);
    claim = file("claim.yaml", CLAIM);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name), text);
  }

  private CliOutcome assay(Object... arguments) {
    return CliOutcome.of(
        work.resolve("cache"), List.of(arguments).stream().map(Object::toString).toList());
  }

  private Path run(String model, String name, Object... more) {
    Path run = work.resolve(name);
    List<Object> arguments =
        new ArrayList<>(List.of("run", made, "--data", made, "--model", model, "-o", run));
    arguments.addAll(List.of(more));
    CliOutcome outcome = assay(arguments.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return run;
  }

  @Test
  void aRunThatCarriesTheClaimIsPreRegistered() throws IOException {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay", "--claim", claim);
    Path poor = run("reader:first", "poor.assay", "--claim", claim);

    CliOutcome told = assay("claim", claim, good, poor, "--columns", "80");
    assertThat(told.code()).as(told.out()).isZero();
    assertThat(told.out()).contains("The claim is supported: all 5 statements hold.");
    assertThat(told.out()).contains("Pre-registered: ");
    assertThat(told.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
    CliOutcome reversed = assay("claim", claim, "baseline=" + good, "model=" + poor);
    assertThat(reversed.code()).isEqualTo(ExitCode.NEGATIVE.code());
    assertThat(reversed.out()).contains("REFUTED  beats: model is better than baseline.");

    Path changed = file("changed.yaml", CLAIM.replace("60 %", "59 %"));
    assertThat(assay("claim", changed, good, poor).out())
        .contains("Post hoc: the claim file was not in the runs before the first call");
    Path plain = run("reader:first", "plain.assay");
    assertThat(assay("claim", claim, good, plain).out().replaceAll("\\s+", " "))
        .contains("Post hoc: the claim file was not in the run of baseline before");
  }

  /** The seal holds for replies; scores are held against what their rules give for these. */
  @Test
  void scoresThatNobodyGaveDecideNothing() throws Exception {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay", "--claim", claim);
    Path poor = run("reader:first", "poor.assay", "--claim", claim);
    assertThat(assay("check", poor).out())
        .contains("scored again by its rules, give the very same readings and scores");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + poor);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE score SET value = 1 - value WHERE trial = 0");
    }
    for (CliOutcome outcome :
        List.of(
            assay("check", poor),
            assay("claim", claim, good, poor),
            assay("claim", claim, poor, good),
            assay("compare", good, poor))) {
      assertThat(outcome.code()).isEqualTo(ExitCode.DATA.code());
      assertThat(outcome.err())
          .contains("are not those that the rules give for the replies")
          .contains("assay score RUN");
    }
    assertThat(assay("score", poor).code()).isZero();
    assertThat(assay("check", poor).code()).isZero();
    assertThat(assay("claim", claim, good, poor).code()).isZero();
  }

  /** Whatever a run is scored by later, the claim holds to the benchmark's first rule. */
  @Test
  void scoringAgainMovesNoVerdict() throws IOException {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay", "--claim", claim);
    Path poor = run("reader:first", "poor.assay", "--claim", claim);
    CliOutcome before = assay("claim", claim, good, poor);
    assertThat(before.out()).contains("Read by layered@1, scored by choice@1.");

    assertThat(assay("score", good, "--extractor", "exact").code()).isZero();
    assertThat(assay("claim", claim, good, poor).out()).isEqualTo(before.out());
    JsonNode json = assay("claim", claim, good, poor, "--json").json();
    assertThat(json.at("/runs/0/extractor").asText()).isEqualTo("layered@1");
    assertThat(json.at("/runs/0/scorer").asText()).isEqualTo("choice@1");

    Path other = file("other.yaml", CLAIM.replace("runs:", "extractor: exact\nruns:"));
    assertThat(assay("claim", other, good, poor, "--json").json().at("/runs/1/extractor").asText())
        .isEqualTo("exact@1");
    Path none = file("none.yaml", CLAIM.replace("runs:", "extractor: mirage\nruns:"));
    CliOutcome missing = assay("claim", none, good, poor);
    assertThat(missing.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(missing.err())
        .contains("no scoring of the run holds the rules by which the claim is to be decided")
        .contains("extractor mirage and scorer choice");
  }

  @Test
  void aPartThatIsPickedAfterwardsIsPostHoc() {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay", "--claim", claim);
    Path poor = run("reader:first", "poor.assay", "--claim", claim);

    JsonNode named = assay("claim", claim, good + "#arm=standard", poor, "--json").json();
    assertThat(named.get("registration").asText()).isEqualTo("pre-registered");
    CliOutcome picked = assay("claim", claim, good + "#kind=choice", poor);
    assertThat(picked.out().replaceAll("\\s+", " "))
        .contains(
            "Post hoc: a part of the run of model was picked that the claim file does not name.");
    JsonNode json = assay("claim", claim, good + "#kind=choice", poor, "--json").json();
    assertThat(json.get("registration").asText()).isEqualTo("post hoc");
    assertThat(json.at("/runs/0/post_hoc/0").asText()).isEqualTo("narrowed");
    assertThat(json.at("/runs/1/post_hoc")).isEmpty();
  }

  @Test
  void aPartSaysThatItIsOneWhereverItIsRead() throws Exception {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay");
    Path poor = run("reader:first", "poor.assay");
    Path junit = work.resolve("part.xml");
    Path summary = work.resolve("part.md");
    CliOutcome told =
        assay(
            "claim",
            claim,
            good + "#kind=choice",
            poor + "#kind=choice",
            "--junit",
            junit,
            "--github-summary=" + summary);
    assertThat(told.out().replaceAll("\\s+", " "))
        .contains("beats: model is better than baseline; on the part kind=choice.")
        .contains("· kind=choice");
    assertThat(junit)
        .content()
        .contains("beats: model is better than baseline; on the part kind=choice")
        .contains("<property name=\"part.model\" value=\"kind=choice\"/>");
    assertThat(summary).content().contains("on the part kind=choice");
    CliOutcome json = assay("claim", claim, good + "#kind=choice", poor, "--json");
    assertThat(faults("claim-result.schema.json", json.out())).isEmpty();
    assertThat(json.json().at("/runs/0/part/kind").asText()).isEqualTo("choice");
    assertThat(json.json().at("/runs/1/part")).isEmpty();
    assertThat(json.json().at("/statements/0/sentence").asText())
        .endsWith("; model on the part kind=choice, baseline on the whole");
  }

  @Test
  void aMisspeltRoleIsNoFile() {
    Path good = run("reader:first", "good.assay");
    assertThat(assay("claim", claim, "modle=" + good, "baseline=" + good).err())
        .contains("is no file, and the claim has no role 'modle'")
        .contains("'model'");
  }

  @Test
  void aLevelMayBeInPercent() throws IOException {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay");
    Path poor = run("reader:first", "poor.assay");
    Path percent = file("percent.yaml", CLAIM.replace("runs:", "level: 90 %\nruns:"));
    assertThat(assay("claim", percent, good, poor, "--json").json().get("level").asDouble())
        .isEqualTo(0.9);
    assertThat(assay("compare", good, poor, "--level", "90%").out()).contains("(90 % interval");
    assertThat(assay("compare", good, poor, "--level", "much").err())
        .contains("--level is 'much'")
        .contains("for example 0.95, or 95%, for errors of 5 %");
    assertThat(assay("compare", good, poor, "--seed", "x").err())
        .contains("'x' is no whole number");
    assertThat(assay("compare", good, poor, "--fail-on", "foo").err())
        .contains("'foo' is none of better, worse, equivalent, undecided");
  }

  @Test
  void fewQuestionsAndLinesThatSayNothingAreRemarked() throws IOException {
    Path good = run("reader:oracle,accuracy=0.95", "few.assay", "--limit", "8");
    Path small =
        file(
            "small.yaml",
            """
            assay: 1
            claim: small
            benchmark: made
            level: 0.9
            statements:
              - {id: a, says: at-least, value: 5 %}
              - {id: z, says: at-least, value: 0 %}
            """);
    Path junit = work.resolve("small.xml");
    CliOutcome told = assay("claim", small, good, "--junit", junit);
    String few =
        "Fewer than 30 questions tell little, and on one side an interval of so few misses more"
            + " often than its level says.";
    assertThat(told.out().replaceAll("\\s+", " "))
        .contains("SUPPORTED a: model reaches at least 5.0 %.")
        .contains(few)
        .contains(
            "Of 8 questions a line of 5.0 % lets expect fewer than 5 on its rarer side: there such a"
                + " decision is wrong more often than the level says (docs/guide/claims.md).")
        .contains("This says nothing: it would hold whatever the answers were.");
    assertThat(junit).content().contains(few);
    assertThat(assay("claim", small, good, "--json").json().at("/statements/0/remarks").toString())
        .contains(few);
    assertThat(assay("show", good).out().replaceAll("\\s+", " ")).contains(few);
  }

  @Test
  void aRunThatCarriesAClaimTakesNoKeptReplies() {
    Path run = run("reader:first", "poor.assay", "--claim", claim);
    try (RunFile file = RunFile.openReadOnly(run)) {
      assertThat(file.value("cache")).contains("none");
    }
  }

  @Test
  void samplesThatWereNamedAreSaidToBe() {
    Path good =
        run("reader:oracle,accuracy=0.95", "good.assay", "--sample-ids", "q1,q2,q3,q4,q5,q6,q7");
    CliOutcome told = assay("claim", claim, good, run("reader:first", "poor.assay"));
    assertThat(told.out().replaceAll("\\s+", " "))
        .contains(
            "model was asked 7 of 120 questions; they were named one by one (--sample-ids), and no"
                + " bound allows for that choice.");
  }

  /** The verdict is there before anything is written, and a suite is written whole. */
  @Test
  void aPlaceThatCannotBeWrittenLosesNoVerdict() throws IOException {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay");
    Path poor = run("reader:first", "poor.assay");
    Path nowhere = work.resolve("none/claim.xml");
    CliOutcome told = assay("claim", claim, good, poor, "--junit", nowhere);

    assertThat(told.out()).contains("The claim is supported: all 5 statements hold.");
    assertThat(told.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(told.err())
        .contains("--junit: the file cannot be written: there is no such file or folder")
        .contains(nowhere.toString());
    Path suite = file("suite.xml", "old");
    assertThat(assay("claim", claim, good, poor, "--junit", suite).code()).isZero();
    assertThat(suite).content().startsWith("<?xml");
    try (var files = Files.list(work)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void mergedPartsArePreRegisteredOnlyIfAllWere() {
    Path one = run("reader:first", "one.assay", "--shard", "1/2", "--claim", claim);
    Path two = run("reader:first", "two.assay", "--shard", "2/2");
    Path both = run("reader:first", "both.assay", "--shard", "2/2", "--claim", claim);
    Path poor = run("reader:first", "poor.assay", "--claim", claim);

    for (boolean all : new boolean[] {true, false}) {
      Path merged = work.resolve("merged-" + all + ".assay");
      assertThat(assay("merge", all ? one : two, all ? both : one, "-o", merged).code()).isZero();
      assertThat(assay("score", merged).code()).isZero();
      CliOutcome told = assay("claim", claim, merged, poor, "--json");
      assertThat(told.json().at("/runs/0/registration").asText())
          .as(told.err())
          .isEqualTo(all ? "pre-registered" : "post hoc");
    }
  }

  @Test
  void jsonIsAsTheSchemaAndThePageSay() throws IOException {
    Path good = run("reader:oracle,accuracy=0.8", "good.assay", "--claim", claim);
    Path poor = run("reader:first", "poor.assay");
    CliOutcome told = assay("claim", claim, good, poor, "--json");

    assertThat(faults("claim-result.schema.json", told.out())).isEmpty();
    assertThat(told.json().at("/statements/0/result").asText()).isEqualTo("supported");
    String page = Files.readString(CliOutcome.HOME.resolve("docs/formats/claim-json.md"));
    for (String name : members("claim-result.schema.json")) {
      assertThat(page).contains("`" + name + "`");
    }
  }

  @Test
  void pipelinesGetJunitAndASummary() throws Exception {
    Path good = run("reader:oracle,accuracy=0.95", "good.assay");
    Path junit = work.resolve("claim.xml");
    Path summary = work.resolve("summary.md");
    CliOutcome told =
        CliOutcome.of(
            Map.of(
                "ASSAY_CACHE", work.resolve("cache").toString(),
                "GITHUB_STEP_SUMMARY", summary.toString()),
            List.of(
                "claim",
                claim.toString(),
                good.toString(),
                run("reader:first", "poor.assay").toString(),
                "--junit",
                junit.toString(),
                "--github-summary"));

    assertThat(told.code()).as(told.err()).isZero();
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(5);
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("0");
    assertThat(Files.readString(summary))
        .contains("## The model is ready \\| &lt;fit&gt; &amp; \\*sound\\*")
        .contains("| **supported** | beats: ")
        .contains("Supported: the whole interval lies on the claimed side; refuted: on the other")
        .contains("The intervals of a family hold together with 95 % (Bonferroni).");
    assertThat(Files.readString(junit)).contains("(Bonferroni).");
    assertThat(assay("claim", claim, good, good, "--github-summary").err())
        .contains("--github-summary names no file, and GITHUB_STEP_SUMMARY is not set");
  }

  @Test
  void nothingIsAskedBeforeTheClaimIsReadable() throws IOException {
    Path broken = file("broken.yaml", CLAIM.replace("statements:", "statement:"));
    Path other = file("other.yaml", CLAIM.replace("benchmark: made", "benchmark: medqa"));
    for (Path wrong : List.of(broken, other, work.resolve("missing.yaml"))) {
      CliOutcome refused =
          assay(
              "run",
              made,
              "--data",
              made,
              "--model",
              "reader:first",
              "--claim",
              wrong,
              "-o",
              work.resolve("run.assay"));
      assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(work.resolve("run.assay")).doesNotExist();
    }
  }

  /** Mended afterwards it would be post hoc, and the answers paid for. */
  @Test
  void nothingIsAskedForAClaimThatNoRunCouldDecide() throws IOException {
    Path wrong =
        file(
            "undecidable.yaml",
            """
            assay: 1
            claim: x
            benchmark: made
            runs: {model: {}, other: {}}
            statements:
              - {id: a, says: at-least, run: model, value: 150 %}
              - {id: b, says: non-inferior, run: model, to: other, margin: 5}
              - {id: c, says: at-least, run: model, value: -5 %, where: {sexx: F, kind: choise}}
              - {id: d, says: worst-slice, run: model, slices: [nosuch], margin: 5 points}
            """);
    Path run = work.resolve("never.assay");
    CliOutcome told =
        assay(
            "run",
            work.resolve("made"),
            "--data",
            work.resolve("made"),
            "--model",
            "reader:first",
            "--claim",
            wrong,
            "-o",
            run);
    assertThat(told.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(told.err())
        .contains("[a]: an amount of 1.5 where scores lie from 0 to 1")
        .contains("[b]: an amount of 5.0 where scores lie from 0 to 1")
        .contains("[c]: an amount of -0.05 where scores lie from 0 to 1")
        .contains("[c]: samples of made have no tag 'sexx'")
        .contains("[c]: there is no kind 'choise'")
        .contains("'choice', the nearest of")
        .contains("[d]: samples of made have no tag 'nosuch'");
    assertThat(run).doesNotExist();
  }

  @Test
  void everyMistakeIsToldAtOnceWithWhatMayBeMeant() throws IOException {
    Path wrong =
        file(
            "wrong.yaml",
            """
            assay: 1
            claim: x
            benchmark: made
            levle: 0.9
            multiplicity: hlom
            level: 95
            runs:
              model: {}
              blind: {of: modle, arm: blind}
            statements:
              - {id: a, says: beter, run: modl, than: blinde, margin: some, wher: {kind: choice}}
              - {id: b, says: better, run: modell, than: blind, marign: 3}
              - {id: b, says: at-least, run: model, value: much}
              - {says: non-inferior, run: model, to: blind, margin: 0}
              - {id: t, says: better, run: model, than: blind, margin: 0.1, test: mcnemar_exact}
            """);
    CliOutcome told = assay("claim", wrong, work.resolve("any.assay"));

    assertThat(told.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(told.err())
        .contains("wrong.yaml:4 [levle]: unknown key 'levle'")
        .contains("'multiplicity' is 'hlom'")
        .contains("'holm', the nearest of")
        .contains("'level', the nearest of")
        .contains("'level' is 95")
        .contains("'of' names 'modle'")
        .contains("'says' is 'beter'")
        .contains("'better', the nearest of")
        .contains("statements[0].run]: 'run' names 'modl'")
        .contains("statements[0].than]: 'than' names 'blinde'")
        .contains("statements[0].margin]: 'margin' is 'some'")
        .contains("unknown key 'wher'")
        .contains("'run' names 'modell'")
        .contains("'model', the nearest of")
        .contains("unknown key 'marign'")
        .contains("'id' is 'b' as another's is")
        .contains("'value' is 'much'")
        .contains("key 'id' is missing")
        .contains("'margin' is 0")
        .contains("'test' stands beside a margin of 0.1")
        .doesNotContain("a number above 0, such as 0.05\nassay: " + wrong + ":11");
    assertThat(told.err().lines().filter(l -> l.startsWith("assay: ")).map(l -> line(l, wrong)))
        .isSorted();
  }

  private static int line(String told, Path file) {
    return Integer.parseInt(told.substring(("assay: " + file + ":").length()).split(" ", 2)[0]);
  }

  @Test
  void oneFaultIsToldOnce() throws IOException {
    Path lacking =
        file(
            "lacking.yaml",
            CLAIM
                .replace(", margin: 5 points", "")
                .replace("value: 60 %", "value: 60 %, margin: wide"));
    CliOutcome told = assay("claim", lacking, work.resolve("any.assay"));
    assertThat(told.err())
        .contains("key 'margin' is missing")
        .doesNotContain("'margin' is null")
        .contains("unknown key 'margin'");
    Path wide = file("wide.yaml", CLAIM.replace("margin: 5 points", "margin: wide"));
    assertThat(assay("claim", wide, work.resolve("any.assay")).err().lines())
        .filteredOn(l -> l.contains("'margin' is"))
        .hasSize(1);
  }

  @Test
  void runsAndRolesMustFit() {
    Path good = run("reader:first", "good.assay");
    CliOutcome told = assay("claim", claim, good);

    assertThat(told.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(told.err())
        .contains("the claim needs 2 runs, 1 is given")
        .contains("in this order, or as ROLE=RUN: model, baseline");
    CliOutcome twice = assay("claim", claim, "model=" + good, "model=" + good, "baseline=" + good);
    assertThat(twice.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(twice.err())
        .contains("the role 'model' is given twice")
        .contains("a run for each of model, baseline");
    assertThat(assay("claim", claim, good, good).err())
        .contains("both sides are the same part of the same run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: a, says: better, run: model, than: baseline, margin: 0.1}",
        "{id: a, says: better, run: model, than: baseline, test: mcnemar_exact, where: {organ: 3}}",
        "{id: a, says: equivalent, run: model, to: baseline, margin: 5 points, family: own}",
        "{id: a, says: worst-slice, run: model, slices: [sex, age], margin: 10 %, minimum: 20}",
        "{id: a, says: at-most, run: model, value: 3}",
        "{id: a, says: unread-at-most, run: model, value: 2 %}"
      })
  void theSchemaTakesWhatTheReaderTakes(String statement) throws IOException {
    String yaml = CLAIM.substring(0, CLAIM.indexOf("  - {id: beats")) + "  - " + statement + "\n";
    assertThat(claimFaults(yaml)).isEmpty();
    assertThat(claimFaults(yaml.replace("says:", "sais:"))).isNotEmpty();
    assertThat(claimFaults(yaml.replace("run: model,", "run: model, foo: 1,"))).isNotEmpty();
    CliOutcome read = assay("claim", file("one.yaml", yaml), work.resolve("none.assay"));
    assertThat(read.err()).contains("the claim needs 2 runs");
  }

  private static List<String> claimFaults(String yaml) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(yaml);
    return faults("claim.schema.json", new ObjectMapper().writeValueAsString(tree));
  }

  private static List<String> faults(String schema, String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(schemaFile(schema)), InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private static Path schemaFile(String name) {
    return CliOutcome.HOME.resolve("schema").resolve(name);
  }

  private static TreeSet<String> members(String schema) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    collect(new ObjectMapper().readTree(schemaFile(schema).toFile()), names);
    return names;
  }

  private static void collect(JsonNode node, TreeSet<String> names) {
    if (node.path("properties").isObject()) {
      node.get("properties").fieldNames().forEachRemaining(names::add);
    }
    node.forEach(child -> collect(child, names));
  }

  @Test
  void everyKeyOfAClaimFileIsOnItsPage() throws IOException {
    String page = Files.readString(CliOutcome.HOME.resolve("docs/formats/claim-yaml.md"));
    for (String name : members("claim.schema.json")) {
      assertThat(page).contains("`" + name + "`");
    }
  }

  /** The guide's example, on the data that it names. */
  @Test
  void theGuideShowsWhatIsPrinted() throws IOException {
    String guide = Files.readString(CliOutcome.HOME.resolve("docs/guide/claims.md"));
    Matcher example =
        Pattern.compile("```yaml\n(assay: 1.*?)```\n\n```\n[^\n]*\n(.*?)```", Pattern.DOTALL)
            .matcher(guide);
    assertThat(example.find()).isTrue();
    Path data = SharedData.require("medagents-benchmark");
    List<Path> runs = new ArrayList<>();
    for (String method : List.of("aflow", "zero_shot")) {
      Path run = work.resolve(method + ".assay");
      String model = "recorded:" + data + "/recorded/gpt-4o-medqa-test_hard-" + method + ".json";
      assertThat(
              assay("run", "medqa", "--split", "hard", "--data", data, "--model", model, "-o", run)
                  .code())
          .isZero();
      runs.add(run);
    }
    CliOutcome told =
        assay(
            "claim",
            file("guide.yaml", example.group(1)),
            runs.getFirst(),
            runs.getLast(),
            "--columns",
            "100");

    assertThat(told.code()).isEqualTo(ExitCode.NEGATIVE.code());
    String printed = example.group(2);
    // The table of runs holds their paths.
    assertThat(told.out()).startsWith(printed.substring(0, printed.indexOf("  role")));
    assertThat(told.out()).endsWith(printed.substring(printed.indexOf("  UNDECIDED  better")));
  }
}
