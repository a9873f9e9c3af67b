package assay.report.text;

import static assay.report.support.MadeUp.by;
import static assay.report.support.MadeUp.counts;
import static assay.report.support.MadeUp.results;
import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.estimate.Counts;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.evaluation.estimate.Undetectable;
import assay.report.support.Approved;
import assay.report.support.MadeUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResultsTextTest {

  private static final String MODEL = "openai:qwen2.5-vl-7b";

  private static MadeUp made() {
    return new MadeUp();
  }

  private static String render(Results results, int columns) {
    return new ResultsText(MadeUp.run(MODEL), results, columns).render();
  }

  /** Every condition that a person should recognise at a glance. */
  private static Map<String, Results> conditions() {
    Map<String, Results> all = new LinkedHashMap<>();
    all.put(
        "plain",
        results(
            made().headline().chance(0.25),
            made().rules("exact@1", "choice@1").published(0.39, 3, true)));
    all.put("subsets", subsets());
    all.put("kinds-and-slices", kindsAndSlices());
    all.put(
        "failed-and-skipped",
        results(
            made()
                .headline()
                .chance(0.25)
                .value(0.2812, 0.21, 0.37)
                .bounds(0.2, 0.45)
                .counts(
                    new Counts(
                        400,
                        by("limit", 200, "not asked yet", 60),
                        by("timeout", 30, "content-filtered", 10),
                        90,
                        7,
                        2,
                        4,
                        5,
                        1,
                        by("no reference", 3, "unread", 1),
                        12))
                .ofRead(0.31)));
    all.put(
        "all-failed",
        results(
            made()
                .headline()
                .undefined()
                .bounds(0, 1)
                .counts(new Counts(100, by(), by("server", 100), 0, 0, 0, 0, 0, 0, by(), 0))));
    all.put(
        "all-unreadable",
        results(
            made()
                .headline()
                .chance(0.25)
                .value(0, 0, 0.037)
                .ofRead(null)
                .detectable(0.0362)
                .counts(counts(100, 0, 100, 0, 0))));
    all.put(
        "one-sample",
        results(
            made()
                .headline()
                .chance(0.25)
                .value(1, 0.2065, 1)
                .n(1)
                .detectable(0.975)
                .counts(counts(1, 1, 0, 0, 0))));
    all.put(
        "one-cluster",
        results(
            made()
                .headline()
                .value(0.5, 0, 1)
                .n(12)
                .clusters(1)
                .undetectable(Undetectable.ONE_UNIT)
                .counts(counts(12, 12, 0, 0, 0))));
    all.put(
        "percent-and-numbers",
        results(
            made().headline().mean(0.42, 0.35, 0.49, 3),
            made().subset("mmlu"),
            made().metric("macro-f1"),
            made()
                .number("cohen-kappa", "bootstrap-bca")
                .value(0.0602, -0.1034, 0.2238)
                .detectable(0.2339),
            made().number("cider", "none").unbounded(1.2034)));
    all.put("nothing", new Results(List.of(), List.of()));
    all.put(
        "no-one-number",
        results(
            made().slice("kind", "choice").undetectable(Undetectable.TOO_FEW),
            made().slice("kind", "number").metric("mean").rules("last-number@1", "number@1"),
            made().slice("kind", "choice").slice("organ", "chest"),
            made().slice("kind", "number").slice("organ", "chest").rules("last-number@1", "n@1")));
    all.put(
        "two-arms",
        new Results(
            List.of(
                made().headline().estimate(),
                made().headline().arm("blind").value(0.3, 0.2189, 0.3958).estimate()),
            List.of(
                new Results.Disagreement(MODEL, "standard", "layered@1", "exact@1", 3, 100),
                new Results.Disagreement(MODEL, "blind", "layered@1", "exact@1", 0, 100))));
    return all;
  }

  @Test
  void slicesSayHowManyAreMissingAndWhatTheseCouldChange() {
    String text =
        render(
            results(
                made().headline(),
                made()
                    .slice("sex", "F")
                    .n(40)
                    .bounds(0.2, 0.6)
                    .counts(
                        new Counts(60, by(), by("server", 19), 41, 0, 0, 0, 0, 0, by("no", 1), 0)),
                made()
                    .slice("sex", "M")
                    .n(40)
                    .counts(new Counts(40, by(), by(), 40, 0, 0, 0, 0, 0, by(), 0))),
            80);

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
    assertThat(text)
        .containsPattern("sex .* n +missing")
        .containsPattern("F .* 40 +20")
        .containsPattern("M .* 40 +0");
    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "'missing': trials that failed or have no defined score; the value is without them.")
        .contains("Had all that failed been worst, or best: sex=F 20.0–60.0.");
  }

  @Test
  void whereSeveralMetricsAreBoundedEachIsNamed() {
    String text =
        render(
                results(
                    made().headline(),
                    made().slice("sex", "F").bounds(0.2, 0.6),
                    made().metric("macro-f1").slice("sex", "F").bounds(0.1, 0.7)),
                100)
            .replaceAll("\\s+", " ");

    assertThat(text)
        .contains(
            "Had all that failed been worst, or best: "
                + "sex=F accuracy 20.0–60.0, sex=F macro-f1 10.0–70.0.");
  }

  /** In the words of a comparison and a claim; whoever lies in no cluster is not meant. */
  @Test
  void fewClustersAreSaidOfTheWholeAndOfSlices() {
    String text =
        render(
                results(
                    made().headline().n(60).clusters(6),
                    made().metric("macro-f1").n(60).clusters(6),
                    made().slice("sex", "F").n(30).clusters(3),
                    made().slice("sex", "M").n(300).clusters(30),
                    made().slice("sex", "X").n(4).clusters(4)),
                100)
            .replaceAll("\\s+", " ");

    assertThat(text)
        .contains(
            "n = 60 in 6 groups of related samples). Fewer than 20 clusters tell little of how much"
                + " results vary.")
        .contains(
            "Fewer than 20 clusters, which tell little of how much results vary: accuracy (6),"
                + " macro-f1 (6).")
        .contains("Fewer than 20 clusters, which tell little of how much results vary: sex=F (3).");
    assertThat(render(results(made().headline().n(60).clusters(20)), 100))
        .doesNotContain("Fewer than 20");
  }

  private static Results subsets() {
    List<Estimate> all = new ArrayList<>();
    List<String> rules = List.of("layered@1", "mirage@1", "mirage-official@1");
    for (String rule : rules) {
      MadeUp one = made().rules(rule, "choice@1").value(0.71699, 0.707, 0.727).n(7_663);
      one.mean(0.7997, 0.788, 0.81, 2).counts(counts(7_663, 6_992, 650, 21, 0)).ofRead(0.786);
      all.add(rule.equals("layered@1") ? one.headline().estimate() : one.estimate());
    }
    for (String subset : List.of("mmlu", "medmcqa")) {
      for (String rule : rules) {
        MadeUp one = made().rules(rule, "choice@1").subset(subset).value(0.66651, 0.652, 0.681);
        Counts guessed = new Counts(4_183, by(), by(), 4_183, 526, 183, 0, 0, 0, by(), 0);
        all.add(
            rule.equals("mirage-official@1")
                ? one.published(0.6665, 4, subset.equals("mmlu")).counts(guessed).estimate()
                : one.n(4_183).estimate());
      }
    }
    return new Results(all, List.of());
  }

  private static Results kindsAndSlices() {
    List<Estimate> all = new ArrayList<>();
    for (String scorer : List.of("mumc@1", "strict-text@1")) {
      MadeUp one = made().rules("layered@1", scorer).n(451).clusters(203);
      all.add(scorer.equals("mumc@1") ? one.headline().estimate() : one.estimate());
      all.add(made().rules("layered@1", scorer).slice("kind", "yes-no").estimate());
    }
    for (String tag : List.of("organ", "question")) {
      for (String scorer : List.of("mumc@1", "strict-text@1")) {
        for (int i = 0; i < (tag.equals("organ") ? 3 : 90); i++) {
          all.add(made().rules("layered@1", scorer).slice(tag, tag + " " + i).estimate());
        }
      }
    }
    return new Results(all, List.of());
  }

  static Stream<String> names() {
    return conditions().keySet().stream();
  }

  static Stream<Arguments> looks() {
    return names().flatMap(name -> Stream.of(80, 200).map(columns -> Arguments.of(name, columns)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void looksAsApproved(String condition, int columns) {
    Approved.check(
        getClass(),
        condition + "." + columns + ".txt",
        render(conditions().get(condition), columns));
  }

  @ParameterizedTest
  @MethodSource("names")
  void fitsEightyColumns(String condition) {
    assertThat(render(conditions().get(condition), 80).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void namesAreNeverCut() {
    String model = "openai:" + "meta-llama-".repeat(12);
    String rule = "a-rule-with-a-name-of-some-length@12";
    Results results =
        results(
            made().model(model).headline().rules(rule, "choice@1"),
            made().model(model).rules("exact@1", "choice@1").published(0.5, 3, false));
    for (int columns : List.of(40, 80, 200)) {
      assertThat(new ResultsText(MadeUp.run(model), results, columns).render())
          .contains(model)
          .contains(rule)
          .doesNotContain("…");
    }
  }

  @Test
  void whatDataHoldDoesNotSteerTheTerminal() {
    Results results =
        results(
            made().model("m\u001B[2J").headline(),
            made().model("m\u001B[2J").slice("ta\u202Eg", "va\rlue\u0007"));
    assertThat(new ResultsText(MadeUp.run("m\u001B[2J"), results, 80).render())
        .doesNotContain("\u001B", "\u202E", "\r", "\u0007");
  }
}
