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
                + " significant (p = 0.18, Fisher). On the same items it is significant if the two"
                + " differ on 20 or fewer of them (they differ on 10 at least, 70 at most).",
            false));
  }

  /** Counts behind rounded rates: what is said holds for all of them. */
  static Stream<Arguments> roundedRates() {
    return Stream.of(
        Arguments.of(
            "s,A,62,10000,,,B,,,,,,\ns,B,60,10000,,,,,,,,,",
            "note: 62 % against 60 % of B is 6,150 to 6,250 against 5,950 to 6,050 of 10,000: taken"
                + " for different items, whether it is significant cannot be told at so many"
                + " decimals: p from 0.000015 to 0.15 (Fisher). On the same items it is significant"
                + " if the two differ on 2,550 or fewer of them (they differ on 100 at least, 7,900"
                + " at most); on more it cannot be told at so many decimals.",
            false),
        Arguments.of(
            "s,A,70,500,,,B,,0.03,,,,\ns,B,64,500,,,,,,,,,",
            "cannot be told at so many decimals: p from 0.026 to 0.093 (Fisher)",
            false),
        Arguments.of(
            "s,A,45,250,,,B,,,,,,\ns,B,36,250,,,,,,,,,",
            "p from 0.036 to 0.068 (Fisher). On the same items it is significant if the two differ"
                + " on 103 or fewer of them (they differ on 21 at least, 204 at most), and it is not"
                + " if they differ on more than 138 of them; in between it cannot be told at so many"
                + " decimals.",
            false),
        Arguments.of(
            "s,A,38,250,,,B,,,,,,\ns,B,36,250,,,,,,,,,",
            "On the same items it is not if they differ on more than 9 of them; on fewer it cannot"
                + " be told at so many decimals (they differ on 3 at least,",
            false),
        Arguments.of("s,A,40,1000,,,B,,,,,,\ns,B,36,1000,,,,,,,,,", "p from 0.024 to 0.18", false),
        Arguments.of(
            "s,A,62,10000,,,B,,,,,,\ns,B,61,10000,,,,,,,,,",
            "p from 0.0038 to 1 (Fisher). On the same items it cannot be told at so many decimals"
                + " either (they differ on 0 at least, 7,800 at most).",
            false),
        Arguments.of(
            "s,A,62,300,,,B,,,,,,\ns,B,62,300,,,,,,,,,",
            "it is not significant (p from 0.93 to 1, Fisher). On the same items it cannot be"
                + " significant, however few they differ on.",
            false),
        Arguments.of(
            "s,A,80,1000,,,B,,,,,,\ns,B,60,1000,,,,,,,,,",
            "ok: 80 % against 60 % of B is 795 to 805 against 595 to 605 of 1,000: taken for"
                + " different items the difference is significant (p from",
            false));
  }

  @ParameterizedTest
  @MethodSource("roundedRates")
  void whatRoundingHidesIsNotClaimed(String rows, String sentence, boolean impossible)
      throws IOException {
    workedCases(rows, sentence, impossible);
  }

  static Stream<Arguments> printedTests() {
    return Stream.of(
        Arguments.of(
            "s,A,,,,,,,0.021,9,1,4.9,",
            "ok: χ² = 4.9 gives p = 0.027 by McNemar's test; printed is 0.021, as by sign test.",
            false),
        Arguments.of("s,A,,,,,,,0.019,20,7,5.33,", "printed is 0.019, as by sign test.", false),
        Arguments.of(
            "s,A,,,,,,,0.019,20,7,6.26,",
            "ok: χ² = 6.26 gives p = 0.012 by McNemar's test; printed is 0.019, as by sign test.",
            false),
        Arguments.of(
            "s,A,,,,,,,0.5,9,1,3.3,",
            "IMPOSSIBLE: χ² = 3.3 gives p = 0.069 by McNemar's test; printed is 0.5.",
            true),
        Arguments.of(
            "s,A,,,,,,,0.021,,,4.9,",
            "ok: χ² = 4.9 gives p = 0.027 by McNemar's test; printed is 0.021, as by the sign test"
                + " of such counts as 9 and 1.",
            false),
        Arguments.of(
            "s,A,,,,,,,0.5,,,4.9,",
            "IMPOSSIBLE: χ² = 4.9 gives p = 0.027 by McNemar's test; printed is 0.5.",
            true),
        Arguments.of(
            "s,A,,,,,,,0.0134,,,4.9,", "as by the one-sided form of McNemar's test.", false),
        Arguments.of("s,A,,,,,,,0.021,9,1,,", "ok: 9 wins and 1 loss give p = 0.021", false),
        Arguments.of("s,A,,,,,,,0.021,1,9,,", "ok: 1 win and 9 losses give p = 0.021", false),
        Arguments.of("s,A,,,,,,,≤0.002,13,5,,", "; printed is ≤0.002.", true),
        Arguments.of("s,A,,,,,,,<=0.1,13,5,,", "as printed (≤0.1).", false),
        Arguments.of("s,A,,,,,,,>0.05,13,5,,", "as printed (>0.05).", false),
        Arguments.of("s,A,,,,,,,>=0.05,13,5,,", "as printed (≥0.05).", false),
        Arguments.of("s,A,,,,,,,n.s.,13,5,,", "as printed (n.s., taken for > 0.05).", false),
        Arguments.of("s,A,,,,,,,>0.05,20,3,,", "; printed is >0.05.", true),
        Arguments.of(
            "s,A,,,,,,,NS,20,3,,", "correction); printed is n.s., taken for > 0.05.", false),
        Arguments.of(
            "s,A,62,100,,,B,,≤0.002,,,,\ns,B,60,100,,,,,,,,,",
            "IMPOSSIBLE: p ≤ 0.002 of 62 % against 60 % of B: no test gives that",
            true),
        Arguments.of(
            "s,A,70,100,,,B,,n.s.,,,,\ns,B,60,100,,,,,,,,,",
            "p n.s. (taken for > 0.05) of 70 % against 60 % of B can come of McNemar's exact test,"
                + " McNemar's mid-p test, McNemar's χ²,",
            false),
        Arguments.of(
            "s,A,90,100,,,B,,>0.05,,,,\ns,B,60,100,,,,,,,,,",
            "note: p > 0.05 of 90 % against 60 % of B is larger than any test gives, at most"
                + " 0.000041: it may be corrected for several comparisons.",
            false),
        Arguments.of(
            "s,A,20,100,,,B,,0.0001,,,,\ns,B,10,100,,,,,,,,,",
            "the smallest p is 0.00043 (one-sided), by McNemar's exact test 0.0020.",
            true));
  }

  @ParameterizedTest
  @MethodSource("printedTests")
  void printedPValuesAreThoseOfSomeTest(String rows, String sentence, boolean impossible)
      throws IOException {
    workedCases(rows, sentence, impossible);
  }

  static Stream<Arguments> halves() {
    return Stream.of(
        Arguments.of(
            "s,A,100,20,86.1,,,,,,,,",
            "100 % of 20 with 86.1–100 follows: clopper-pearson-one-sided with 20 right.",
            false),
        Arguments.of(
            "s,A,0,20,0,13.9,,,,,,,", "follows: clopper-pearson-one-sided with 0 right.", false),
        Arguments.of(
            "s,A,50,20,27.2,,,,,,,,",
            "50 % of 20 with a lower end of 27.2 alone follows: clopper-pearson with 10 right.",
            false),
        Arguments.of(
            "s,A,50,20,,90,,,,,,,",
            "50 % of 20 with an upper end of 90 alone is no 95 % interval that we know",
            false),
        Arguments.of(
            "s,A,61,934,70,,,,,,,,",
            "IMPOSSIBLE: 61 % of 934 with a lower end of 70 alone: the value does not lie within its"
                + " own interval.",
            true),
        Arguments.of(
            "s,a,50,,,,,,,,,,w\ns,b,49,,,,,,,,,,w",
            "note: The parts of w miss 100 by rounding only if every part lies halfway and halves"
                + " are rounded down: 50 + 49 = 99.",
            false),
        Arguments.of(
            "s,a,50,,,,,,,,,,w\ns,b,51,,,,,,,,,,w",
            "only if every part lies halfway and halves are rounded up: 50 + 51 = 101.",
            false),
        Arguments.of(
            "s,A,1,10,,,,,,,,,\ns,B,0.6,10,,,,,,,,,",
            "1 of 10 is 10 right: a share of 0 or 1 without decimals is taken for none or all.",
            false),
        Arguments.of(
            "s,A,70,50,,,,,,,,,\ns,A,50,80,,,,,,,,,\ns,B,80,50,,,A,10,,,,,",
            "ok: The gain of 10 over A is in points.",
            false),
        Arguments.of(
            "s,A,70,50,,,,,,,,,\ns,A,70,50,,,,,,,,,\ns,B,80,50,,,A,10,,,,,",
            "ok: The gain of 10 over A is in points.",
            false));
  }

  @ParameterizedTest
  @MethodSource("halves")
  void halfOfAnIntervalAndHalvesOfUnits(String rows, String sentence, boolean impossible)
      throws IOException {
    workedCases(rows, sentence, impossible);
  }

  @Test
  void aComparatorIsOneOtherRow() throws IOException {
    CliOutcome twice =
        lint(
            file(
                "twice.csv",
                "system,value,n,comparator,gain\nA,70,50,,\nA,50,50,,\nB,80,50,A,10\nB2,80,50,A,30\n"));
    assertThat(twice.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(twice.err())
        .contains(
            "twice.csv:4 [comparator]: 'comparator' names 'A', which lines 2 and 3 are, with"
                + " different numbers")
        .contains("twice.csv:5 [comparator]")
        .contains("expected: a system that one row has, or one of them with the n of this row");
    assertThat(twice.out()).doesNotContain("IMPOSSIBLE").doesNotContain("The gain");
    CliOutcome own = lint(file("own.csv", "set,system,value,n,comparator\ns,A,61,934,A\n"));
    assertThat(own.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(own.err())
        .contains("own.csv:2 [comparator]: 'comparator' names 'A', the row's own system")
        .contains("expected: another system of the set 's'");
  }

  @Test
  void otherSeparatorsAndNegativeSquaresAreTold() throws IOException {
    CliOutcome semicolons = lint(file("semi.csv", "system;value;n\nA;45,82;1113\n"));
    assertThat(semicolons.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(semicolons.err())
        .contains("semi.csv:1: the columns are parted by semicolons")
        .contains("expected: commas, and points in decimals, as in 45.82")
        .contains("remedy: save it parted by commas, or by tabs under a name in .tsv");
    assertThat(lint(file("tabs.csv", "system\tvalue\tn\nA\t45.82\t1113\n")).err())
        .contains("the columns are parted by tabs")
        .contains("remedy: give the file a name in .tsv");
    CliOutcome square = lint(file("square.csv", "system,p,chi2\nA,0.05,-3\n"));
    assertThat(square.code()).isEqualTo(ExitCode.DATA.code());
    assertThat(square.err())
        .contains("'chi2' is '-3'\n  expected: a number of at least 0, such as 4.75");
    assertThat(lint(file("p.csv", "system,p\nA,nought\n")).err())
        .contains("expected: a p-value such as 0.03, <0.001, >0.05 or n.s.");
  }

  @Test
  void theHelpFits80Columns() {
    CliOutcome help =
        CliOutcome.of(work.resolve("cache"), List.of("lint-claim", "--help", "--columns", "80"));
    assertThat(help.out())
        .contains("\nExit code 1 if something is impossible.\n")
        .contains("which method is the interval of, can\nthe difference be significant,");
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
    JsonNode difference = difference(json, "u");
    assertThat(difference.at("/right/least").asLong()).isEqualTo(70);
    assertThat(difference.at("/right_of_comparator/most").asLong()).isEqualTo(60);
    assertThat(difference.get("unpaired").asText()).isEqualTo("not significant");
    assertThat(difference.get("paired").asText()).isEqualTo("cannot be told");
    assertThat(difference.get("surely_significant_to").asLong()).isEqualTo(20);
    CliOutcome text = lint(yaml, "--columns", "80");
    assertThat(text.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
    assertThat(text.out()).startsWith("12 checks: 2 impossible,");
  }

  private static JsonNode difference(JsonNode json, String set) {
    return json.get("checks")
        .valueStream()
        .filter(one -> one.get("check").asText().equals("difference"))
        .filter(one -> one.get("set").asText().equals(set))
        .findFirst()
        .orElseThrow();
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
