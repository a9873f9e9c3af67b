package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code assay lint-claim} on cases worked by hand, most of them printed in papers. */
class LintClaimCommandTest {

  private static final String HEADER =
      "set,system,value,n,lower,upper,comparator,gain,p,wins,losses,chi2,whole\n";

  @TempDir private Path work;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name), text);
  }

  private CliOutcome lint(Path table, String... more) {
    List<String> arguments =
        Stream.concat(Stream.of("lint-claim", table.toString()), Stream.of(more)).toList();
    return CliOutcome.of(work.resolve("cache"), arguments);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "s,A,83.84,200,,,,,,,,,\ns,B,77.27,200,,,,,,,,,",
            "83.84 % cannot come from n = 200: no whole number of right answers gives it. It could"
                + " come from n = 198.",
            true),
        Arguments.of(
            "s,A,33.33,100,,,,,,,,,", "It could come from n = 93, 96, 99, 102, 105.", true),
        Arguments.of(
            "s,A,120.0,50,,,,,,,,,", "120.0 % is more than all 50: no share of anything.", true),
        Arguments.of(
            "s,A,50.3,200,,,,,,,,,\ns,B,83.84,200,,,,,,,,,",
            "No n near it gives all the values printed for this set either.",
            true),
        Arguments.of(
            "s,w,60,,,,,,,,,,all\ns,A,50,100,,,,,,,,,\ns,l,40,,,,,,,,,,all",
            "line 2: all, s ok: The parts of all add up: 60 + 40 = 100. line 3: A, s ok: 50 % of 100",
            false),
        Arguments.of("s,A,83.84,198,,,,,,,,,", "83.84 % of 198 is 166 right.", false),
        Arguments.of("s,A,77.27,198,,,,,,,,,", "77.27 % of 198 is 153 right.", false),
        Arguments.of("s,A,61,934,58,64,,,,,,,", "61 % of 934 with 58–64 follows: wilson", false),
        Arguments.of("s,A,80,69,68,88,,,,,,,", "clopper-pearson with 55 right.", false),
        Arguments.of("s,A,58,69,45,70,,,,,,,", "clopper-pearson with 40 right.", false),
        Arguments.of("s,A,80,69,69,88,,,,,,,", "follows: wilson", false),
        Arguments.of("s,A,58,69,46,69,,,,,,,", "follows: wilson", false),
        Arguments.of("s,A,58,69,10,99,,,,,,,", "is no 95 % interval that we know of", false),
        Arguments.of("s,A,45.82,1113,,,,,,,,,", "45.82 % of 1,113 is 510 right.", false),
        Arguments.of("s,A,31.09,1113,,,,,,,,,", "31.09 % of 1,113 is 346 right.", false),
        Arguments.of("s,A,17.79,1113,,,,,,,,,", "17.79 % of 1,113 is 198 right.", false),
        Arguments.of(
            "s,A,,,,,x,,0.096,13,5,,",
            "13 wins and 5 losses give p = 0.096 by sign test, as printed (0.096).",
            false),
        Arguments.of(
            "s,A,,,,,x,,0.02,13,5,,",
            "13 wins and 5 losses give p = 0.096 by sign test (0.064 by mid-p test, 0.059 by McNemar's"
                + " χ², 0.099 by McNemar's χ² with correction); printed is 0.02.",
            true),
        Arguments.of(
            "s,A,,,,,x,,0.048,13,5,,",
            "13 wins and 5 losses give p = 0.048 by the one-sided sign test, as printed (0.048).",
            false),
        Arguments.of(
            "s,A,,,,,x,,0.02,25,11,5.44,",
            "25 wins and 11 losses give p = 0.020 by mid-p test, McNemar's χ², as printed (0.02).",
            false),
        Arguments.of(
            "s,A,,,,,x,,0.03,25,11,4.69,",
            "25 wins and 11 losses give McNemar's χ² = 4.69 with the continuity correction, as"
                + " printed (4.69).",
            false),
        Arguments.of(
            "s,A,,,,,x,,0.001,25,11,9.4,",
            "25 wins and 11 losses give McNemar's χ² = 5.44, with the continuity correction 4.69;"
                + " printed is 9.4.",
            true),
        Arguments.of(
            "s,A,0.8384,198,,,B,6.57,,,,,\ns,B,0.7727,198,,,,,,,,,",
            "The gain of 6.57 over B is in points.",
            false),
        Arguments.of(
            "s,A,0.8384,198,,,B,0.0657,,,,,\ns,B,0.7727,198,,,,,,,,,",
            "The gain of 0.0657 over B is in points.",
            false),
        Arguments.of(
            "s,A,83.84 %,198,,,B,6.57,,,,,\ns,B,0.7727,198,,,,,,,,,",
            "83.84 % against 0.7727 of B is 166 against 153 of 198", false),
        Arguments.of(
            "s,win,60,,,,,,,,,,outcomes\ns,loss,40,,,,,,,,,,outcomes\nt,win,70,,,,,,,,,,outcomes"
                + "\nt,loss,30,,,,,,,,,,outcomes",
            "line 4: outcomes, t ok: The parts of outcomes add up: 70 + 30 = 100.",
            false),
        Arguments.of(
            "s,A,,,,,,,<0.001,,,45.7,",
            "χ² = 45.7 gives p < 0.001 by McNemar's test, as printed (<0.001).",
            false),
        Arguments.of("s,A,,,,,,,0.03,,,4.75,", "χ² = 4.75 gives p = 0.029", false),
        Arguments.of(
            "s,A,50,100,60,40,,,,,,,",
            "50 % of 100 with 60–40: the value does not lie within its own interval.",
            true),
        Arguments.of(
            "s,A,50,100,60,70,,,,,,,",
            "50 % of 100 with 60–70: the value does not lie within its own interval.",
            true),
        Arguments.of(
            "s,w,12.1,,,,,,,,,,all\ns,t,49.8,,,,,,,,,,all\ns,l,38.2,,,,,,,,,,all",
            "The parts of all miss 100 by rounding, not by error: 12.1 + 49.8 + 38.2 = 100.1.",
            false),
        Arguments.of(
            "s,w,12.1,,,,,,,,,,all\ns,t,49.8,,,,,,,,,,all\ns,l,39.2,,,,,,,,,,all",
            "do not add up to 100, and rounding cannot make up for it",
            true),
        Arguments.of(
            "s,A,50.0,100,,,B,10.0,,,,,\ns,B,40.0,100,,,,,,,,,",
            "The gain of 10.0 over B is in points.",
            false),
        Arguments.of(
            "s,A,50.0,100,,,B,25.0,,,,,\ns,B,40.0,100,,,,,,,,,",
            "The gain of 25.0 over B is relative, in percent of the earlier value: not points.",
            false),
        Arguments.of(
            "s,A,50.0,100,,,B,12.0,,,,,\ns,B,40.0,100,,,,,,,,,",
            "The gain of 12.0 over B follows neither as points nor as percent from 40.0 and 50.0.",
            true),
        Arguments.of(
            "S,a,62,100,,,b,,0.001,,,,\nS,b,60,100,,,,,,,,,",
            "IMPOSSIBLE: p = 0.001 of 62 % against 60 % of b: no test gives that, however few items"
                + " they differ on; the smallest p is 0.077 (one-sided), by McNemar's exact test 0.5.",
            true),
        Arguments.of(
            "S,a,62,100,,,b,,<0.001,,,,\nS,b,60,100,,,,,,,,,",
            "IMPOSSIBLE: p < 0.001 of 62 % against 60 % of b: no test gives that",
            true),
        Arguments.of(
            "S,a,70,100,,,b,,0.18,,,,\nS,b,60,100,,,,,,,,,",
            "p = 0.18 of 70 % against 60 % of b can come of McNemar's exact test,",
            false),
        Arguments.of(
            "S,a,90,100,,,b,,0.9,,,,\nS,b,10,100,,,,,,,,,",
            "p = 0.9 of 90 % against 10 % of b is larger than any test gives",
            false),
        Arguments.of(
            "s,A,-3,20,,,,,,,,,", "-3 % is less than nothing: no share of anything.", true),
        Arguments.of("s,A,0,40,0,7.5,,,,,,,", "follows: rule-of-three with 0 right.", false),
        Arguments.of("s,A,0,40,,7.5,,,,,,,", "follows: rule-of-three with 0 right.", false),
        Arguments.of("s,A,100,40,92.5,100,,,,,,,", "follows: rule-of-three with 40 right.", false),
        Arguments.of(
            "s,A,70,100,,,B,,,,,,\ns,B,60,100,,,,,,,,,",
            "70 % against 60 % of B is 70 against 60 of 100: taken for different items it is not"
                + " significant (p = 0.18, Fisher). On the same items it is if the two differ on",
            false));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void workedCases(String rows, String sentence, boolean impossible) throws IOException {
    CliOutcome told = lint(file("table.csv", HEADER + rows + "\n"));

    assertThat(told.out().replaceAll("\\s+", " ")).as(told.err()).contains(sentence);
    assertThat(told.code()).isEqualTo(impossible ? ExitCode.NEGATIVE.code() : 0);
    String other = told.out().replaceAll("\\s+", " ");
    if (sentence.contains("clopper-pearson with")) {
      assertThat(other).doesNotContain("follows: wilson,").doesNotContain("follows: wilson with");
    }
    if (rows.contains("69,69,88") || rows.contains("69,46,69")) {
      assertThat(other).doesNotContain("clopper-pearson");
    }
  }

  @Test
  void yamlSaysTheSameAndJsonIsAsTheSchemaSays() throws IOException {
    Path yaml =
        file(
            "table.yaml",
            """
            - {set: s, system: A, value: 83.84, n: 200, comparator: B, gain: 6.57}
            - {set: s, system: B, value: 77.27, n: 200}
            - {set: t, system: A, value: 0.80, unit: share, n: 69, lower: 0.68, upper: 0.88}
            - {set: t, system: B, value: 0.6, decimals: 2, unit: share, n: 70, comparator: A, wins: 3, losses: 9}
            - {system: x, value: 100.0, whole: all}
            - {set: u, system: A, value: 70, n: 100, comparator: B}
            - {set: u, system: B, value: 60, n: 100, chi2: 3.2}
            """);
    CliOutcome told = lint(yaml, "--json");

    assertThat(told.code()).as(told.err()).isEqualTo(ExitCode.NEGATIVE.code());
    assertThat(faults(told.out())).isEmpty();
    JsonNode json = told.json();
    assertThat(json.get("impossible").asInt()).isEqualTo(2);
    assertThat(json.at("/checks/0/sizes/0").asInt()).isEqualTo(198);
    assertThat(json.at("/checks/0/line").asInt()).isEqualTo(1);
    assertThat(told.out()).contains("0.60 of 70 is 42 right");
    CliOutcome text = lint(yaml, "--columns", "80");
    assertThat(text.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
    assertThat(text.out()).startsWith("12 checks: 2 impossible,");
  }

  private static List<String> faults(String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(CliOutcome.HOME.resolve("schema/lint.schema.json")), InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  @Test
  void mistakesAreToldWithTheirPlace() throws IOException {
    CliOutcome column = lint(file("a.csv", "system,vlaue,n\nA,3,4\n"));
    assertThat(column.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(column.err())
        .contains("a.csv:2 [vlaue]: unknown column 'vlaue'")
        .contains("'value'");
    CliOutcome cells =
        lint(
            file(
                "b.csv",
                "system,value,n,p,comparator,unit,decimals\nA,8O,0,2,C,percent,\nB,3.25,7,,,parts,1\n"));
    assertThat(cells.err())
        .contains("b.csv:2 [value]: 'value' is '8O'")
        .contains("'n' is '0'\n  expected: a whole number of at least 1")
        .contains("'p' is '2'")
        .contains("'unit' is 'parts'")
        .contains("'value' is 3.25")
        .contains("at most 1 decimals");
    assertThat(lint(file("c.csv", "system,value,comparator\nA,80,C\nCC,3,\n")).err())
        .contains("'comparator' names 'C', and no row has that system")
        .contains("'A', the nearest of A, CC");
    assertThat(lint(file("d.yaml", "system: A\n")).err()).contains("expected: a list of rows");
    assertThat(lint(file("e.csv", "system,value\n")).err()).contains("the table has no row");
    CliOutcome mixed = lint(file("g.csv", "system,value,n\nA,83.84,198\nB,0.7727,198\n"));
    assertThat(mixed.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(mixed.err())
        .contains("g.csv:2 [unit]: 'unit' is missing, and values above 1 and others up to 1 stand")
        .contains("percent or share in each row, or a % at the value");
    assertThat(lint(file("h.csv", "system,value,unit,n\nA,83.84 %,share,198\n")).err())
        .contains("'unit' is share beside a printed %");
    Path latin = work.resolve("i.yaml");
    Files.write(latin, new byte[] {'-', ' ', '{', 's', ':', ' ', (byte) 0xE9, '}'});
    CliOutcome coded = lint(latin);
    assertThat(coded.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(coded.err()).contains("the file is not text in UTF-8").contains("remedy: convert");
    CliOutcome huge = lint(file("j.csv", "system,value\n" + "A,80\n".repeat(100_001)));
    assertThat(huge.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(huge.err()).contains("the table has more than 100000 rows");
    assertThat(lint(file("k.csv", "system,wins,losses\nA,99999999999,3\n")).err())
        .contains("'wins' is '99999999999'");
    assertThat(lint(work.resolve("none.csv")).code()).isNotZero();
    assertThat(lint(file("f.csv", "system,value\nA,80\n")).out()).startsWith("Nothing to check");
  }

  @Test
  void oneBadRowDoesNotStopTheOthers() throws IOException {
    CliOutcome told =
        lint(
            file(
                "rows.csv",
                HEADER
                    + "S,A,83.84,198,,,,,,,,,\nS,B,8O,198,,,,,,,,,\nS,C,77.27,0,,,,,,,,,\n"
                    + "S,D,77.27,198,,,Zebra model,,,,,,\nS,E,50.3,200,,,B,,,,,,\n"
                    + "S,x,60,,,,,,,,,,all\nS,y,4O,,,,,,,,,,all\n"));
    assertThat(told.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(told.err())
        .contains("rows.csv:3 [value]: 'value' is '8O'")
        .contains("rows.csv:4 [n]: 'n' is '0'")
        .contains(
            "rows.csv:5 [comparator]: 'comparator' names 'Zebra model', and no row of the set 'S' has")
        .contains("one of A, B, C, D, E, x, y")
        .contains("rows.csv:8 [value]: 'value' is '4O'");
    assertThat(told.out())
        .contains("83.84 % of 198 is 166 right.")
        .contains("IMPOSSIBLE: 50.3 % cannot come from n = 200")
        .doesNotContain("The parts of all");
  }

  /** The guide's table gives what the guide prints. */
  @Test
  void theGuideShowsWhatIsPrinted() throws IOException {
    String guide = Files.readString(CliOutcome.HOME.resolve("docs/guide/published-tables.md"));
    Matcher blocks =
        Pattern.compile("```\n(set,system.*?)```\n\n```\n[^\n]*\n(.*?)```", Pattern.DOTALL)
            .matcher(guide);
    assertThat(blocks.find()).isTrue();
    CliOutcome told = lint(file("lint.csv", blocks.group(1)), "--columns", "100");
    assertThat(told.out()).isEqualTo(blocks.group(2));
  }
}
