package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Media;
import assay.core.Option;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.Sha256;
import assay.core.Target;
import assay.core.Tolerance;
import assay.datasets.RealBenchmarks.MemoryStore;
import assay.datasets.definition.BenchmarkDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {

  @TempDir Path folder;

  private final MemoryStore store = new MemoryStore();

  private static final String CHOICE =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data: {test: a.jsonl}
      sample:
        id: "{id}"
        kind: choice
        question: "{q}"
        options: {from: o}
        target: {key: "{a}"}
      prompt: "{question} {options}"
      """;

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Dataset open(String yaml) {
    return Dataset.open(BenchmarkDefinition.parse(yaml, "small.yaml"), folder, null, null, store);
  }

  private List<Sample> samples(String yaml) {
    try (Stream<Sample> samples = open(yaml).samples()) {
      return samples.toList();
    }
  }

  private String refused(String yaml) {
    AssayException refused = catchThrowableOfType(AssayException.class, () -> open(yaml));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void optionsThatARecordLacksAreNoOptions() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 7, "q": "Q", "o": {"A": "one", "B": null, "C": "three", "D": NaN, "E": ""}, "a": "C"}
        {"id": "007", "q": "Q", "o": ["one", null, "two"], "a": "B"}
        """);
    List<Sample> samples = samples(CHOICE);
    assertThat(samples).extracting(Sample::id).containsExactly("7", "007");
    assertThat(samples.get(0).options())
        .containsExactly(new Option("A", "one"), new Option("C", "three"), new Option("E", ""));
    assertThat(samples.get(1).options())
        .containsExactly(new Option("A", "one"), new Option("B", "two"));
  }

  @Test
  void columnsOfTheirOwnAndEmptyCells() throws IOException {
    file("a.tsv", "id\tq\tA\tB\tC\ta\n1\tQ\tone\t\tthree\tC\n");
    List<Sample> samples =
        samples(
            CHOICE
                .replace("a.jsonl", "a.tsv")
                .replace("options: {from: o}", "options: {columns: [A, B, C]}"));
    assertThat(samples.getFirst().options()).extracting(Option::key).containsExactly("A", "C");
    assertThat(
            samples(
                    CHOICE
                        .replace("a.jsonl", "a.tsv")
                        .replace("options: {from: o}", "options: {columns: A-Z}"))
                .getFirst()
                .options())
        .isEqualTo(samples.getFirst().options());
  }

  @Test
  void columnsThatNoRowHasAreTold() throws IOException {
    file("a.tsv", "id\tq\tA\tB\tC\ta\tpatient\n1\tQ\tone\ttwo\tthree\tC\tp1\n");
    String yaml =
        CHOICE
            .replace("a.jsonl", "a.tsv")
            .replace(
                "options: {from: o}",
                "options: {columns: [A, B, CC]}\n  tags: {place: \"{palce}\"}\n"
                    + "  clusters: {patient: \"{patint}\"}")
            .replace("key: \"{a}\"", "key: A");
    assertThat(refused(yaml))
        .contains("no row has a column 'patint' for the cluster 'patient'")
        .contains("'patient'")
        .contains("no row has a column 'palce' for the tag 'place'")
        .contains("no row has a column 'CC' for the option 'CC'");
  }

  @Test
  void everyProblemOfASplitIsToldAtOnce() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": {"A": "x", "B": "y"}, "a": "A"}
        {"id": 2, "q": "Q", "o": {"A": "x", "B": "y"}, "a": "C"}
        {"id": 1, "q": "Q", "o": {"A": "x", "B": "y"}, "a": "B"}
        {"id": 3, "q": " ", "o": {"A": "x", "B": "y"}, "a": "B"}
        {"id": null, "q": "Q", "o": {"A": "x"}, "a": "A"}
        {"id": 5, "q": "Q", "o": {}, "a": "A"}
        {"id": 6, "q": "Q", "o": "A. x", "a": "A"}
        {"id": 7, "o": {"A": "x"}, "a": "A"}
        """);
    String counted =
        CHOICE.replace("a.jsonl", "{path: a.jsonl, count: 9, sha256: " + "0a".repeat(32) + "}");
    assertThat(refused(counted))
        .contains("a.jsonl: the file's SHA-256 is ")
        .contains("expected: " + "0a".repeat(32) + " (small.yaml:5)")
        .contains("a.jsonl:2: the right option is 'C', which is none\n  expected: one of A, B")
        .contains("a.jsonl:3: the id '1' was given before, at a.jsonl:1")
        .contains("a.jsonl:4: the question is blank")
        .contains("a.jsonl:5 [id]: there is no value for the id")
        .contains("a.jsonl:6: the right option is 'A', which is none\n  expected: options; the row")
        .contains("a.jsonl:7 [o]: options are 'A. x'")
        .contains("a.jsonl:8 [q]: there is no column 'q' for the question")
        .contains("a.jsonl: there are 8 records\n  expected: 9 (small.yaml:5)");
  }

  @Test
  void whatTheCheckFoundIsThereBesideTheProblems() throws IOException {
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"B\"}\n");
    DatasetCheck check =
        Dataset.check(BenchmarkDefinition.parse(CHOICE, "small.yaml"), folder, "test", null, store);
    assertThat(check.problems()).hasSize(1);
    assertThat(check.summary().samples()).isZero();
    assertThat(check.summary().files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.records()).isEqualTo(1);
              assertThat(file.declared()).isFalse();
            });
  }

  @Test
  void aFileThatEndsInTheMiddleIsAProblemAndTheNextOneIsRead() throws IOException {
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n{\"id\": 2, \"q\"");
    file("b.jsonl", "{\"id\": 3, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"B\"}\n");
    assertThat(refused(CHOICE.replace("a.jsonl", "[a.jsonl, b.jsonl]")))
        .contains("a.jsonl:2")
        .contains("b.jsonl:1: the right option is 'B'");
  }

  @Test
  void missingFilesFoldersSplitsAndSubsetsAreNamed() throws IOException {
    assertThat(refused(CHOICE))
        .contains("small.yaml:5: there is no file 'a.jsonl' in " + folder)
        .contains("--data");
    BenchmarkDefinition definition = BenchmarkDefinition.parse(CHOICE, "small.yaml");
    assertThatThrownBy(() -> Dataset.open(definition, folder, "tset", null, store))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("benchmark 'small' has no split 'tset'")
        .hasMessageContaining("'test'");
    assertThatThrownBy(() -> Dataset.open(definition, folder, "test", "x", store))
        .hasMessageContaining("benchmark 'small' has no subset 'x'")
        .hasMessageContaining("none is known here");
    assertThatThrownBy(
            () -> Dataset.open(definition, folder.resolve("nowhere"), "test", null, store))
        .hasMessageContaining("the data folder does not exist");
  }

  @Test
  void filesLieInTheDataFolderOrInItsFolderOfThatName() throws IOException {
    String row = "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n";
    file("inner/a.jsonl", row);
    String yaml = CHOICE.replace("data:", "folder: inner\ndata:");
    assertThat(open(yaml).root()).isEqualTo(folder.resolve("inner"));
    file("a.jsonl", row);
    assertThat(open(yaml).root()).isEqualTo(folder);
  }

  @Test
  void partsOfTheFilesNameBecomeColumns() throws IOException {
    file("x y/brazil_en.tsv", "id\tq\tA\ta\n1\tQ\tone\tA\n");
    file("x y/spain_es.tsv", "id\tq\tA\ta\n1\tQ\tuno\tA\n2\tQ\tdos\tA\n");
    String yaml =
        CHOICE
            .replace("a.jsonl", "{path: \"x y/{country}_{tongue}.tsv\", count: 3}")
            .replace("options: {from: o}", "options: {columns: [A]}\n  language: \"{tongue}\"")
            .replace("\"{id}\"", "\"{country}-{id}-{row}\"");
    assertThat(samples(yaml))
        .extracting(s -> s.id() + " " + s.language())
        .containsExactly("brazil-1-0 en", "spain-1-1 es", "spain-2-2 es");
  }

  @Test
  void targetsOfEveryKind() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "k": "y", "v": " TRUE "}
        {"id": 2, "k": "n", "v": "-1.5e2", "m": 0.05, "lo": -160, "hi": "-140"}
        {"id": 3, "k": "d", "v": "2/29/2024"}
        {"id": 4, "k": "t", "v": ["mass", "tumour"]}
        {"id": 5, "k": "l", "v": "edema; mass;"}
        {"id": 6, "k": "l", "v": ""}
        """);
    String yaml =
        """
        assay: 1
        name: small
        version: "1"
        language: en
        data: {test: a.jsonl}
        sample:
          id: "{id}"
          kind: {from: k, map: {"y": yes-no, "n": number, d: date, t: text, l: labels}}
          question: "Question {id}"
          target:
            yes-no: {answer: "{v}"}
            number: {value: "{v}", unit: mm, tolerance: {interval: ["{lo}", "{hi}"]}}
            date: {date: "{v}", format: [uuuu-MM-dd, M/d/yyyy]}
            text: {texts: {from: v}}
            labels: {labels: {from: v, separator: ";"}}
        prompt: "{question}"
        """;
    assertThat(samples(yaml))
        .extracting(Sample::target)
        .containsExactly(
            new Target.YesNo(true),
            new Target.Number(-150, "mm", new Tolerance.Interval(-160, -140)),
            new Target.Date(java.time.LocalDate.of(2024, 2, 29)),
            new Target.Text(List.of("mass", "tumour")),
            new Target.Labels(new java.util.TreeSet<>(List.of("edema", "mass"))),
            new Target.Labels(new java.util.TreeSet<>()));
    assertThat(open(yaml).summary().kinds().keySet())
        .containsExactly(
            AnswerKind.YES_NO,
            AnswerKind.TEXT,
            AnswerKind.NUMBER,
            AnswerKind.DATE,
            AnswerKind.LABELS);
    file(
        "a.jsonl",
        """
        {"id": 1, "k": "y", "v": "perhaps"}
        {"id": 2, "k": "n", "v": "1,5", "lo": 2, "hi": 1}
        {"id": 3, "k": "d", "v": "2/30/2024"}
        {"id": 4, "k": "t", "v": []}
        {"id": 5, "k": "q", "v": ""}
        """);
    assertThat(refused(yaml))
        .contains("a.jsonl:1: the right answer is 'perhaps'")
        .contains("a.jsonl:2: the gold value is '1,5'")
        .contains("a.jsonl:2: the limits are 2.0 and 1.0\n  expected: the lower one first")
        .contains("a.jsonl:3: the right day is '2/30/2024'")
        .contains("a.jsonl:4: there is no right text")
        .contains("a.jsonl:5 [k]: no kind of answer is given for 'q'");
  }

  @Test
  void choicesByIndexTextAndSeveralKeys() throws IOException {
    file(
        "a.jsonl",
        "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\", \"y\", \"z\"], \"i\": 2, \"t\": \" z\", \"k\": \"AC\"}\n");
    assertThat(samples(CHOICE.replace("{key: \"{a}\"}", "{index: \"{i}\"}")).getFirst().target())
        .isEqualTo(Target.Choice.of("C"));
    assertThat(
            samples(CHOICE.replace("{key: \"{a}\"}", "{index: \"{i}\", base: 1}"))
                .getFirst()
                .target())
        .isEqualTo(Target.Choice.of("B"));
    assertThat(samples(CHOICE.replace("{key: \"{a}\"}", "{text: \"{t}\"}")).getFirst().target())
        .isEqualTo(Target.Choice.of("C"));
    assertThat(
            samples(CHOICE.replace("{key: \"{a}\"}", "{keys: {from: k, separator: \"\"}}"))
                .getFirst()
                .target())
        .isEqualTo(new Target.Choice(new java.util.TreeSet<>(List.of("A", "C"))));
  }

  @Test
  void picturesThatAreMissingOrLieOutsideAreProblems() throws IOException {
    file("img/a b.png", "picture");
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x"], "a": "A", "i": "a b.png"}
        {"id": 2, "q": "Q", "o": ["x"], "a": "A", "i": null}
        {"id": 3, "q": "Q", "o": ["x"], "a": "A", "i": "none.png"}
        {"id": 4, "q": "Q", "o": ["x"], "a": "A", "i": "../../secret.png"}
        """);
    String yaml = CHOICE.replace("  target:", "  media: \"img/{i}\"\n  target:");
    assertThat(refused(yaml))
        .contains("a.jsonl:3: there is no file 'img/none.png'")
        .contains("a.jsonl:4: the picture's path 'img/../../secret.png' may lie outside")
        .doesNotContain("a.jsonl:1")
        .doesNotContain("a.jsonl:2");
    file(
        "a.jsonl",
        "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\", \"i\": \"none.png\"}\n");
    Dataset lenient =
        open(
            CHOICE.replace("  target:", "  media: {path: \"img/{i}\", optional: true}\n  target:"));
    assertThat(lenient.summary().missingMedia()).isEqualTo(1);
    assertThat(lenient.summary().media()).isEqualTo(1);
  }

  @Test
  void picturesWithinTablesAreStoredOnceAndNamedByOtherRows() throws IOException {
    String picture =
        Base64.getEncoder().encodeToString("x".repeat(100).getBytes(StandardCharsets.UTF_8));
    String other =
        Base64.getEncoder().encodeToString("y".repeat(100).getBytes(StandardCharsets.UTF_8));
    file(
        "a.tsv",
        "index\tq\tA\ta\timage\n"
            + "1\tQ\tone\tA\t3\n"
            + "2\tQ\tone\tA\t"
            + other
            + "\n"
            + "3\tQ\tone\tA\t"
            + picture
            + "\n"
            + "4\tQ\tone\tA\t\n");
    String yaml =
        CHOICE
            .replace("a.jsonl", "a.tsv")
            .replace("\"{id}\"", "\"{index}\"")
            .replace("options: {from: o}", "options: {columns: [A]}")
            .replace("  target:", "  media: {base64: image, index: index}\n  target:");
    Media.Stored stored = new Media.Stored(Sha256.of("x".repeat(100)));
    assertThat(samples(yaml))
        .extracting(Sample::media)
        .containsExactly(
            List.of(stored),
            List.of(new Media.Stored(Sha256.of("y".repeat(100)))),
            List.of(stored),
            List.of());
    assertThat(store.size()).isEqualTo(2);
    file("a.tsv", "index\tq\tA\ta\timage\n1\tQ\tone\tA\t9\n");
    assertThat(refused(yaml)).contains("a.tsv:2 [image]: no row '9' holds a picture");
  }

  @Test
  void linksLeadToSamplesAndRowsBelongToSubsets() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x"], "a": "A", "g": "one", "to": 2}
        {"id": 2, "q": "Q", "o": ["x"], "a": "A", "g": "two", "to": null}
        """);
    String yaml =
        CHOICE.replace("  target:", "  links: {pair: \"{to}\"}\n  target:")
            + "subsets: {first: {where: {g: one}, samples: 1}, second: {where: {g: [two, three]}}}\n";
    assertThat(open(yaml).summary().subsets().values()).containsExactly(1L, 1L);
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x"], "a": "A", "g": "four", "to": 3}
        """);
    assertThat(refused(yaml))
        .contains("a.jsonl:1: the row belongs to no subset")
        .contains("a.jsonl:1: the link 'pair' leads to '3', which is no sample")
        .contains("subset 'first' has 0 samples");
  }

  @Test
  void templateSyntaxInDataStaysText() throws IOException {
    String hostile = "{a} {{question}} ${7*7} <%= 1 %> #{x} {options}";
    file(
        "a.jsonl",
        "{\"id\": \""
            + hostile
            + "\", \"q\": \""
            + hostile
            + "\", \"o\": [\""
            + hostile
            + "\"], \"a\": \"A\"}\n");
    Sample sample = samples(CHOICE).getFirst();
    assertThat(sample.id()).isEqualTo(hostile);
    assertThat(sample.question()).isEqualTo(hostile);
    assertThat(sample.options()).containsExactly(new Option("A", hostile));
  }

  @Test
  void manyDoubledIdsAreEachTold() throws IOException {
    file(
        "a.jsonl",
        IntStream.range(0, 3000)
            .mapToObj(
                i ->
                    "{\"id\": %d, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n"
                        .formatted(i % 2900))
            .collect(Collectors.joining()));
    String told = refused(CHOICE);
    assertThat(told.lines().filter(line -> line.contains("was given before")).count())
        .isEqualTo(100);
    assertThat(told).contains("a.jsonl:2901: the id '0' was given before, at a.jsonl:1");
  }

  @Test
  void aFileWithoutRowsHasNoSamples() throws IOException {
    file("a.jsonl", "\n");
    assertThat(refused(CHOICE)).contains("a.jsonl: holds no JSON, only blanks");
    file("a.tsv", "id\tq\n");
    assertThat(refused(CHOICE.replace("a.jsonl", "a.tsv"))).contains("split 'test' has no samples");
  }

  @Test
  void cellsThatDoNotFitTheirDeclaredTypeAreProblems() throws IOException {
    file("a.tsv", "id\tq\tA\ta\n1\tQ\tone\tA\nx\tQ\tone\tA\n2.5\tQ\tone\tB\n");
    String yaml =
        CHOICE
            .replace("a.jsonl", "a.tsv")
            .replace("options: {from: o}", "options: {columns: A-Z}")
            .replace("sample:", "columns: {id: integer, more: string}\nsample:");
    assertThat(refused(yaml))
        .contains("a.tsv:3 [id]: 'x' does not fit the column's declared type integer")
        .contains("a.tsv:4 [id]: '2.5' does not fit the column's declared type integer");
  }

  @Test
  void listsAndMapsThatAreWrittenAsTextAreReadWhereTheirTypeIsDeclared() throws IOException {
    file(
        "a.tsv",
        "id\tq\to\ta\n1\tQ\t['one', \"two's\"]\tB\n2\tQ\t{\"X\": \"1\", \"Y\": \"2\"}\tY\n");
    String yaml = CHOICE.replace("a.jsonl", "a.tsv");
    assertThat(samples(yaml.replace("sample:", "columns: {o: json}\nsample:")))
        .extracting(Sample::options)
        .containsExactly(
            List.of(new Option("A", "one"), new Option("B", "two's")),
            List.of(new Option("X", "1"), new Option("Y", "2")));
    assertThat(refused(yaml))
        .contains("a.tsv:2 [o]: options are '['one', \"two's\"]'")
        .contains("declare the column's type under 'columns'");
  }

  @Test
  void queriesMakeRowsAndProblemsStillNameTheFile() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x", "y"], "a": "A", "g": "one"}
        {"id": 2, "q": "Q", "o": ["x"], "a": "B", "g": "two"}
        {"id": 3, "q": "Q", "o": ["x"], "a": "A", "g": "two"}
        """);
    file("t.csv", "g,name\none,first\ntwo,second\n");
    String yaml =
        CHOICE
            + """
            tables: {names: t.csv}
            columns: {o: list<string>, id: integer}
            rows: |
              SELECT data.*, name FROM data JOIN names ON names.g = data.g
              WHERE id <> 2 ORDER BY row DESC
            samples: 2
            """;
    String tagged = yaml.replace("  target:", "  tags: {name: \"{name}\"}\n  target:");
    assertThat(samples(tagged))
        .extracting(sample -> sample.id() + " " + sample.tags().get("name"))
        .containsExactly("3 [second]", "1 [first]");
    assertThat(refused(tagged.replace("WHERE id <> 2", "")))
        .contains("a.jsonl:2: the right option is 'B', which is none");
    assertThat(refused(tagged.replace("samples: 2", "samples: 3")))
        .contains("split 'test' has 2 samples\n  expected: 3");
  }

  @Test
  void aQueryThatFailsOrReachesOutIsAProblemOfTheDefinition() throws IOException {
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n");
    assertThat(refused(CHOICE + "rows: SELECT nothing FROM data\n"))
        .contains("small.yaml [rows]: the query cannot be run");
    assertThat(refused(CHOICE + "rows: SELECT * FROM read_text('/etc/hostname')\n"))
        .contains("small.yaml [rows]: the query cannot be run");
    assertThat(refused(CHOICE + "rows: COPY data TO 'x.csv'\n"))
        .contains("small.yaml [rows]: the query cannot be run");
  }

  @Test
  void subsetsCanBeQueries() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x"], "a": "A", "g": "one"}
        {"id": 2, "q": "Q", "o": ["x"], "a": "A", "g": "two"}
        {"id": 3, "q": "Q", "o": ["x"], "a": "A", "g": "two"}
        """);
    String yaml =
        CHOICE
            + """
            columns: {o: list<string>}
            subsets:
              late: {rows: "SELECT * FROM data WHERE g = 'two' ORDER BY row", samples: 2}
              early: {rows: "SELECT * FROM data WHERE g = 'one' ORDER BY row", samples: 1}
            """;
    assertThat(samples(yaml))
        .extracting(sample -> sample.id() + " " + sample.subset())
        .containsExactly("2 late", "3 late", "1 early");
    try (Stream<Sample> early =
        Dataset.open(BenchmarkDefinition.parse(yaml, "small.yaml"), folder, null, "early", store)
            .samples()) {
      assertThat(early).extracting(Sample::id).containsExactly("1");
    }
  }
}
