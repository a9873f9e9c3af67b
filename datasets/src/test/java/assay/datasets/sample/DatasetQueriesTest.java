package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Option;
import assay.core.Sample;
import assay.datasets.definition.BenchmarkDefinition;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Declared types, and rows that a query makes. */
class DatasetQueriesTest extends SplitFolder {

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
