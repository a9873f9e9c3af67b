package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.Tolerance;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows become: options, targets, links. */
class DatasetTargetsTest extends SplitFolder {

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
  void aRightAnswerThatMayBeLackingIsNotStated() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["one", "two"], "a": "B"}
        {"id": 2, "q": "Q", "o": ["one", "two"], "a": " "}
        {"id": 3, "q": "Q", "o": ["one", "two"], "a": null}
        """);
    String optional =
        CHOICE.replace("options: {from: o}", "options: {from: o}\n  optional-target: true");
    assertThat(samples(optional))
        .extracting(Sample::target)
        .containsExactly(
            Target.Choice.of("B"),
            new Target.Unstated(AnswerKind.CHOICE),
            new Target.Unstated(AnswerKind.CHOICE));
    assertThat(samples(optional).get(1).kind()).isEqualTo(AnswerKind.CHOICE);
    assertThat(refused(CHOICE)).contains("a.jsonl:2: there is no right option");
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": [\"one\", \"two\"], \"a\": \"C\"}\n");
    assertThat(refused(optional)).contains("the right option is 'C', which is none");
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
}
