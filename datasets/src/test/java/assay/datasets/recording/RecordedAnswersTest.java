package assay.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import assay.datasets.RealBenchmarks.MemoryStore;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.sample.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedAnswersTest {

  private static final String YAML =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data: {test: a.jsonl, dev: b.jsonl}
      subsets: {x: {where: {part: x}}, y: {where: {part: y}}}
      sample:
        id: "{part}-{nr}"
        kind: choice
        question: "{q}"
        options: {fixed: {A: one, B: two}}
        target: {key: "{gold}"}
      prompt: "{question}"
      """;

  @TempDir Path folder;
  private String yaml = YAML;

  @BeforeEach
  void questions() throws IOException {
    file(
        "a.jsonl",
        """
        {"part": "x", "nr": 1, "q": "Q1", "gold": "A"}
        {"part": "x", "nr": 2, "q": "Q2", "gold": "B"}
        {"part": "y", "nr": 1, "q": "Q3", "gold": "A"}
        {"part": "y", "nr": 2, "q": "Q4", "gold": "B"}
        """);
    file("b.jsonl", "{\"part\": \"x\", \"nr\": 9, \"q\": \"Q9\", \"gold\": \"A\"}\n");
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static SequencedMap<String, String> settings(String... pairs) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i], pairs[i + 1]);
    }
    return settings;
  }

  private RecordedAnswers join(
      String recordings, @Nullable String subset, List<Path> paths, String... pairs) {
    BenchmarkDefinition definition =
        BenchmarkDefinition.parse(yaml + "recordings:\n" + recordings, "small.yaml");
    Dataset dataset = Dataset.open(definition, folder, "test", subset, new MemoryStore());
    return RecordedAnswers.join(definition, dataset, paths, settings(pairs));
  }

  private String refused(
      String recordings, @Nullable String subset, List<Path> paths, String... pairs) {
    AssayException refused =
        catchThrowableOfType(AssayException.class, () -> join(recordings, subset, paths, pairs));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static Reply reply(RecordedAnswers answers, String id) {
    return ((Attempt.Answered) answers.answer(id, 1)).reply();
  }

  private static final String BY_ID =
      """
        - files: "{model}.json"
          system: "{model}"
          id: "{part}-{nr}"
          reply: out.text
          gold: gold
      """;

  @Test
  void rowsOfSeveralEpochsAreAnswersOfTheirOwn() throws IOException {
    Path file =
        file(
            "m.json",
            """
            [{"part": "x", "nr": 1, "gold": "A", "out": {"text": "A"}, "n": 2},
             {"part": "x", "nr": 1, "gold": "A", "out": {"text": "B"}, "n": "1"},
             {"part": "x", "nr": 2, "gold": "B", "out": {"text": "C"}, "n": 2}]
            """);
    RecordedAnswers answers = join(BY_ID + "    epoch: n\n", null, List.of(file));

    assertThat(answers.epochs()).isEqualTo(2);
    assertThat(reply(answers, "x-1").text()).isEqualTo("B");
    assertThat(((Attempt.Answered) answers.answer("x-1", 2)).reply().text()).isEqualTo("A");
    assertThat(answers.answer("x-2", 1))
        .isEqualTo(
            new Attempt.Failed(
                FailureKind.NOT_RECORDED, "the recording has no row for this sample"));
    assertThat(answers.report().missing()).isEqualTo(2);
    assertThat(answers.surplusRows()).isZero();
    assertThat(join(BY_ID + "    epoch: n\n    duplicates: last\n", null, List.of(file)).epochs())
        .isEqualTo(2);
  }

  @Test
  void whatIsNoEpochIsAnError() throws IOException {
    Path file =
        file(
            "m.json",
            """
            [{"part": "x", "nr": 1, "gold": "A", "out": {"text": "A"}, "n": 0},
             {"part": "x", "nr": 1, "gold": "A", "out": {"text": "B"}, "n": "two"},
             {"part": "x", "nr": 2, "gold": "B", "out": {"text": "C"}, "n": 10001},
             {"part": "y", "nr": 1, "gold": "A", "out": {"text": "C"}, "n": 1},
             {"part": "y", "nr": 1, "gold": "A", "out": {"text": "D"}, "n": 1}]
            """);
    assertThat(refused(BY_ID + "    epoch: n\n", null, List.of(file)))
        .contains("no epoch in 3 of 5 rows", "expected: a whole number from 1 to 10000")
        .contains("'0' is no epoch", "'two' is no epoch", "'10001' is no epoch")
        .contains("sample 'y-1' has a row already, at ");
    assertThat(
            refused(
                BY_ID.replace("    id: \"{part}-{nr}\"\n", "    join: position\n")
                    + "    epoch: n\n",
                null,
                List.of(file)))
        .contains("an epoch is named too");
  }

  @Test
  void everythingThatARowSaysIsInTheReply() throws IOException {
    Path file =
        file(
            "m.json",
            """
            [{"part": "x", "nr": "1", "gold": "A", "out": {"text": " The answer is A. ", "why": "since"},
              "n": {"in": 12, "out": 3.0, "think": "2"}, "usd": "0.25", "t": 1.5, "end": "max_tokens",
              "m": "m-2024", "read": "A", "hit": 1.0},
             {"part": "x", "nr": 2, "gold": "B", "out": {"text": null}, "n": {"in": NaN, "out": -1},
              "usd": "n/a", "t": NaN, "read": NaN, "hit": null}]
            """);
    String rich =
        BY_ID
            + """
                reasoning: out.why
                usage: {prompt: n.in, completion: n.out, reasoning: n.think, cached: n.cached}
                cost: usd
                seconds: t
                finish: end
                model: m
                reading: {from: read, map: {A: first}}
                score: hit
            """;
    RecordedAnswers answers = join(rich, null, List.of(file));
    Reply full = reply(answers, "x-1");
    assertThat(full.text()).isEqualTo(" The answer is A. ");
    assertThat(full.reasoning()).isEqualTo("since");
    assertThat(full.usage()).isEqualTo(new Usage(12L, 3L, 2L, null));
    assertThat(full.cost()).isEqualTo(0.25);
    assertThat(full.seconds()).isEqualTo(1.5);
    assertThat(full.finish()).isEqualTo(FinishReason.LENGTH);
    assertThat(full.model()).isEqualTo("m-2024");
    assertThat(full.recorded()).isEqualTo(new Recorded("first", "1.0"));
    assertThat(full.raw()).startsWith("{\"part\": \"x\", \"nr\": \"1\"").contains("\"t\": 1.5");
    Reply empty = reply(answers, "x-2");
    assertThat(empty.text()).isEmpty();
    assertThat(empty.usage()).isEqualTo(Usage.UNKNOWN);
    assertThat(empty.cost()).isNull();
    assertThat(empty.seconds()).isNull();
    assertThat(empty.finish()).isEqualTo(FinishReason.UNKNOWN);
    assertThat(empty.recorded()).isEqualTo(new Recorded(null, null));
    assertThat(empty.raw()).contains("\"text\": null").contains("\"t\": NaN");
    assertThat(answers.report().missingIds()).containsExactly("y-1", "y-2");
  }

  @Test
  void goldIsComparedInDoubledRowsToo() throws IOException {
    Path file =
        file(
            "m.json",
            """
            [{"part": "x", "nr": 1, "gold": "A", "out": {"text": "first"}},
             {"part": "x", "nr": 1, "gold": "A", "out": {"text": "second"}}]
            """);
    assertThat(refused(BY_ID, null, List.of(file)))
        .contains("m.json: 1 row is of a sample that has one already")
        .contains("m.json:2: sample 'x-1' has a row already, at " + file + ":1");
    assertThat(reply(join(BY_ID, null, List.of(file), "duplicates", "first"), "x-1").text())
        .isEqualTo("first");
    RecordedAnswers last = join(BY_ID, null, List.of(file), "duplicates", "last");
    assertThat(reply(last, "x-1").text()).isEqualTo("second");
    assertThat(last.surplusRows()).isEqualTo(1);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"A\", \"out\": {\"text\": \"second", "\"B\", \"out\": {\"text\": \"second"));
    assertThat(refused(BY_ID, null, List.of(file), "duplicates", "first"))
        .contains("1 value of 2 rows differs from the samples they were joined to by id")
        .contains(
            "m.json:2 [gold]: the row has 'B', sample 'x-1' has the gold answer 'A' (a.jsonl:1)");
  }

  @Test
  void goldNumbersAreComparedByValueWhereGoldIsNamedByHand() throws IOException {
    yaml =
        YAML.replace("kind: choice", "kind: number")
            .replace("  options: {fixed: {A: one, B: two}}\n", "")
            .replace("{key: \"{gold}\"}", "{value: \"{gold}\"}");
    file(
        "a.jsonl",
        """
        {"part": "x", "nr": 1, "q": "Q1", "gold": "38"}
        {"part": "x", "nr": 2, "q": "Q2", "gold": "1e2"}
        {"part": "y", "nr": 1, "q": "Q3", "gold": "-0.50"}
        {"part": "y", "nr": 2, "q": "Q4", "gold": "7"}
        """);
    Path file =
        file(
            "m.json",
            """
            [{"part": "x", "nr": 1, "gold": "38.0", "out": {"text": "a"}},
             {"part": "x", "nr": 2, "gold": "100", "out": {"text": "b"}},
             {"part": "y", "nr": 1, "gold": "-.5", "out": {"text": "c"}},
             {"part": "y", "nr": 2, "gold": "7.01", "out": {"text": "d"}}]
            """);
    assertThat(refused(BY_ID, null, List.of(file), "gold", "gold"))
        .contains("1 value of 4 rows differs from the samples they were joined to by id")
        .contains("compared by value where they are numbers")
        .contains("the row has '7.01', sample 'y-2' has the gold answer '7'")
        .doesNotContain("38.0", "'100'", "'-.5'");
    assertThat(refused(BY_ID, null, List.of(file)))
        .as("a benchmark's own recordings tell editions apart by how numbers are written")
        .contains("4 values of 4 rows differ from the samples they were joined to by id")
        .contains("the row has '38.0', sample 'x-1' has the gold answer '38'")
        .contains("equal gold answers in every row, compared as text");
    // Where the answer is a text, such as a code, 1.0 is another one than 1.
    yaml = yaml.replace("kind: number", "kind: text").replace("{value: ", "{text: ");
    assertThat(refused(BY_ID, null, List.of(file), "gold", "gold"))
        .contains("4 values of 4 rows differ from the samples they were joined to by id");
  }

  @Test
  void theSameFileTwiceIsDoubled() throws IOException {
    Path file =
        file(
            "m.json",
            "[{\"part\": \"x\", \"nr\": 1, \"gold\": \"A\", \"out\": {\"text\": \"A\"}}]");
    assertThat(refused(BY_ID, null, List.of(file, file)))
        .contains("1 row is of a sample that has one already");
  }

  @Test
  void foreignRowsAreCountedAndAFileOfForeignRowsIsAnError() throws IOException {
    Path file =
        file(
            "m.json",
            """
            [{"part": "x", "nr": 1, "gold": "A", "out": {"text": "A"}},
             {"part": "z", "nr": 1, "gold": "A", "out": {"text": "A"}}]
            """);
    RecordedAnswers answers = join(BY_ID, null, List.of(file));
    assertThat(answers.report().foreign()).isEqualTo(1);
    assertThat(answers.surplusRows()).isEqualTo(1);
    Path foreign = file("f.json", "[{\"part\": \"z\", \"nr\": 1, \"gold\": \"A\"}]");
    assertThat(refused(BY_ID, null, List.of(foreign)))
        .contains("none of 1 row is of a sample of the split")
        .contains("f.json:1: no sample has the id 'z-1'");
    Path nameless = file("n.json", "[{\"part\": \"z\", \"gold\": \"A\"}]");
    assertThat(refused(BY_ID, null, List.of(nameless)))
        .contains("no id in 1 of 1 row")
        .contains("n.json:1 [nr]: the row has no value for its id");
    assertThat(refused(BY_ID, null, List.of(file("e.json", "[]"))))
        .contains("e.json: the file holds no rows");
  }

  @Test
  void rowsOfOtherSubsetsAreNoSurplusOfANarrowedRun() throws IOException {
    Path file =
        file(
            "m.json",
            IntStream.of(1, 2)
                .mapToObj(
                    nr ->
                        """
                        {"part": "x", "nr": %d, "gold": "%s", "out": {"text": "A"}},
                        {"part": "y", "nr": %d, "gold": "%s", "out": {"text": "A"}}
                        """
                            .formatted(nr, nr == 1 ? "A" : "B", nr, nr == 1 ? "A" : "B"))
                .collect(Collectors.joining(",", "[", "]")));
    RecordedAnswers answers = join(BY_ID, "y", List.of(file));
    assertThat(answers.report().elsewhere()).isEqualTo(2);
    assertThat(answers.report().joined()).isEqualTo(2);
    assertThat(answers.surplusRows()).isZero();
    assertThat(answers.answer("x-1", 1)).isInstanceOf(Attempt.Failed.class);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"gold\": \"A\"", "\"gold\": \"B\""));
    assertThat(refused(BY_ID, "y", List.of(file)))
        .contains("the row has 'B', sample 'x-1' has the gold answer 'A'");
  }

  @Test
  void positionsCountWithinTheSubsetThatAFileDeclares() throws IOException {
    String byPosition =
        """
          - files: "{model}_{part}.csv"
            system: "{model}"
            subset: "{part}"
            join: position
            reply: text
            gold: gold
        """;
    Path y = file("m_y.csv", "text,gold\nfirst,A\nsecond,B\n");
    RecordedAnswers answers = join(byPosition, null, List.of(y));
    assertThat(reply(answers, "y-2").text()).isEqualTo("second");
    assertThat(answers.report().missingIds()).containsExactly("x-1", "x-2");
    file("m_x.csv", "text,gold\nthird,A\n,B\nfifth,A\n");
    RecordedAnswers both = join(byPosition, null, List.of(folder));
    assertThat(both.report().joined()).isEqualTo(4);
    assertThat(both.report().foreign()).isEqualTo(1);
    assertThat(reply(both, "x-2").text()).isEmpty();
    assertThat(refused(byPosition, "x", List.of(y)))
        .contains("the recording is of subset 'y'")
        .contains("run small/y, or take another file");
    assertThat(join(byPosition, "x", List.of(folder)).report().files()).hasSize(1);
    assertThat(refused(byPosition, null, List.of(file("n_y.csv", "text,gold\na,B\nb,A\n"))))
        .contains("2 values of 2 rows differ from the samples they were joined to by position");
  }

  @Test
  void aKeyOfTheSamplesRowMayDifferFromItsId() throws IOException {
    String byQuestion =
        """
          - files: "{model}.tsv"
            system: "{model}"
            id: "{asked}"
            matches: "{q}"
            reply: said
            check: {where: part}
        """;
    Path file = file("m.tsv", "asked\tsaid\twhere\nQ4\tfour\ty\n");
    assertThat(reply(join(byQuestion, null, List.of(file)), "y-2").text()).isEqualTo("four");
    assertThat(
            refused(byQuestion, null, List.of(file("n.tsv", "asked\tsaid\twhere\nQ4\tfour\tx\n"))))
        .contains("n.tsv:2 [where]: the row has 'x', sample 'y-2' has the 'part' 'y'");
    assertThat(refused(byQuestion, null, List.of(file), "matches", "{gold}"))
        .contains("two samples have the key 'A' to be joined by")
        .contains("the other is at a.jsonl:1");
  }

  @Test
  void aFileCanBeDescribedOnTheCommandLineAlone() throws IOException {
    Path file = file("any {thing}.jsonl", "{\"k\": \"x-1\", \"r\": {\"t\": \"A\"}, \"n\": 5}\n");
    RecordedAnswers answers =
        join(
            BY_ID,
            null,
            List.of(file),
            "reply",
            "r.t",
            "id",
            "{k}",
            "usage.prompt",
            "n",
            "partial",
            "true");
    assertThat(answers.name()).isEqualTo("recorded:any {thing}");
    assertThat(answers.partial()).isTrue();
    assertThat(reply(answers, "x-1").usage().promptTokens()).isEqualTo(5);
    assertThat(refused(BY_ID, null, List.of(file), "reply", "r.t", "replies", "x"))
        .contains("unknown key 'replies'");
    assertThat(refused(BY_ID, null, List.of(file), "reply", "r.t", "join", "name"))
        .contains("'join' is 'name'");
  }

  @Test
  void settingsChangeTheEntryThatFits() throws IOException {
    Path file =
        file(
            "m.json",
            "[{\"part\": \"x\", \"nr\": 1, \"gold\": \"A\", \"out\": {\"text\": \"A\"}, \"alt\": \"B\"}]");
    assertThat(reply(join(BY_ID, null, List.of(file), "reply", "alt"), "x-1").text())
        .isEqualTo("B");
    assertThat(join(BY_ID, null, List.of(file)).identity())
        .isNotEqualTo(join(BY_ID, null, List.of(file), "reply", "alt").identity())
        .isEqualTo(join(BY_ID, null, List.of(file)).identity());
  }

  @Test
  void aFolderOfSomethingElseIsToldWithPatternsAndFiles() throws IOException {
    file("other/x/answers.txt", "A");
    file("other/notes.md", "none");
    assertThat(refused(BY_ID, null, List.of(folder.resolve("other"))))
        .contains("no file fits the benchmark's recordings")
        .contains("a recording of split 'test', whose name is like one of: ")
        .contains("; there is notes.md, x/answers.txt")
        .contains("remedy: give the folder that holds this benchmark's recordings");
  }

  @Test
  void aFolderLeavesOtherSplitsOutAndSaysWhatThereIs() throws IOException {
    String bySplit =
        """
          - files: "{model}-{part:dev|test}.json"
            split: "{part}"
            system: "{model}"
            id: "x-{nr}"
            reply: text
        """;
    file("r/m-dev.json", "[{\"nr\": 9, \"text\": \"A\"}]");
    assertThat(refused(bySplit, null, List.of(folder.resolve("r"))))
        .contains("no file fits the benchmark's recordings")
        .contains("a recording of split 'test'; there are files of dev");
    file("r/m-test.json", "[{\"nr\": 1, \"text\": \"A\"}]");
    RecordedAnswers answers = join(bySplit, null, List.of(folder.resolve("r")));
    assertThat(answers.report().files()).hasSize(1);
    assertThat(answers.report().passedOver()).isEqualTo(1);
    assertThat(refused(bySplit, null, List.of(folder.resolve("r/m-dev.json"))))
        .contains("the recording is of split 'dev'");
    assertThat(refused(bySplit, null, List.of(folder.resolve("none"))))
        .contains("there is no such file or folder");
  }

  @Test
  void aBrokenFileIsToldWithItsPlace() throws IOException {
    Path file = file("m.json", "[{\"part\": \"x\", \"nr\": 1,");
    assertThat(refused(BY_ID, null, List.of(file))).contains("m.json:1");
  }

  @Test
  void aLineThatIsBrokenHidesNothingThatIsWrongWithTheOthers() throws IOException {
    String byId = BY_ID.replace("{model}.json", "{model}.jsonl");
    Path file =
        file(
            "m.jsonl",
            """
            {"part": "x", "nr": 1, "gold": "B", "out": {"text": "A"}}
            {"part": "x", "nr": 2, "gold": "B", "out":
            {"part": "y", "nr": 1, "gold": "A", "out": {"text": "A"}}
            {"part": "y", "nr": 1, "gold": "A", "out": {"text": "B"}}
            """);
    assertThat(refused(byId, null, List.of(file)))
        .contains("m.jsonl:2: the JSON ends early")
        .contains("1 value of 3 rows differs from the samples they were joined to by id")
        .contains("1 row is of a sample that has one already");
    assertThat(refused(byId, null, List.of(file), "join", "position"))
        .as("positions behind a lost row are not trusted")
        .contains("m.jsonl:2: the JSON ends early")
        .doesNotContain("differ");
  }
}
