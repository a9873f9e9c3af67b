package assay.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Target;
import assay.core.benchmark.Benchmark;
import assay.core.exchange.Attempt;
import assay.core.exchange.Model;
import assay.core.exchange.Presented;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.measure.Descriptor;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringPassTest {

  private static final String READINGS =
      "SELECT group_concat(trial || extractor || outcome || quote(answer) || quote(span_start)"
          + " || quote(span_end) || guessed || quote(reason), '\n') FROM reading WHERE scoring = ";
  private static final String SCORES =
      "SELECT group_concat(trial || extractor || scorer || quote(value) || quote(undefined), '\n')"
          + " FROM score WHERE scoring = ";

  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("run.assay");
  }

  @Test
  void theNumberOfThreadsReachesNoResult() {
    SmallBenchmark small =
        SmallBenchmark.empty()
            .rules(AnswerKind.CHOICE, "layered,exact,strict", "choice", "accuracy")
            .choices(1_500);
    ScriptedModel model =
        new ScriptedModel(
            (q, n) ->
                ScriptedModel.reply(
                    switch (q.length() % 3) {
                      case 0 -> "B";
                      case 1 -> "The answer is (C).";
                      default -> "I cannot say.";
                    }));
    try (RunFile file = new TestRun(small).done(path(), model)) {
      long one = ScoringPass.run(file, small.ruleSet(), "test", 1, inapplicable -> {});
      for (int threads : new int[] {2, 3, 8}) {
        long other = ScoringPass.run(file, small.ruleSet(), "test", threads, inapplicable -> {});
        assertThat(TestRun.query(file, READINGS + other))
            .isEqualTo(TestRun.query(file, READINGS + one));
        assertThat(TestRun.query(file, SCORES + other))
            .isEqualTo(TestRun.query(file, SCORES + one));
      }
      assertThat(TestRun.query(file, "SELECT count(*) FROM reading WHERE scoring = " + one))
          .containsExactly("4500");
      assertThat(ScoredTrials.newestScoring(file)).contains(4L);
    }
  }

  @Test
  void aRuleThatFailsLeavesNoScoringAndSaysWhere() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(600);
    try (RunFile file = new TestRun(small).done(path(), ScriptedModel.saying("A"))) {
      LinkedHashMap<AnswerKind, RuleSet.Rules> rules = new LinkedHashMap<>();
      RuleSet.Rules own = small.ruleSet().of(AnswerKind.CHOICE);
      rules.put(
          AnswerKind.CHOICE,
          new RuleSet.Rules(List.of(new Broken()), own.scorers(), own.metrics()));
      assertThatThrownBy(() -> ScoringPass.run(file, new RuleSet(rules), "test"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the rule broken@1 failed on a reply to sample q400")
          .hasRootCauseMessage("q400");
      assertThat(ScoredTrials.newestScoring(file)).isEmpty();
      assertThat(TestRun.query(file, "SELECT count(*) FROM reading")).containsExactly("0");
      assertThat(ScoringPass.run(file, small.ruleSet(), "test")).isEqualTo(1);
    }
  }

  @Test
  void aScoringThatIsNotApprovedLeavesNothing() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(600);
    try (RunFile file = new TestRun(small).done(path(), ScriptedModel.saying("A"))) {
      assertThatThrownBy(
              () ->
                  ScoringPass.run(
                      file,
                      small.ruleSet(),
                      "test",
                      () -> {
                        throw new IllegalStateException("not this one");
                      }))
          .hasMessage("not this one");
      assertThat(ScoredTrials.newestScoring(file)).isEmpty();
      assertThat(TestRun.query(file, "SELECT count(*) FROM reading")).containsExactly("0");
    }
  }

  private static final class Broken implements Extractor {
    @Override
    public Descriptor descriptor() {
      return new Descriptor("broken", 1, "", "");
    }

    @Override
    public Set<AnswerKind> kinds() {
      return Set.of(AnswerKind.CHOICE);
    }

    @Override
    public Reading read(Reply reply, Presented presented) {
      if (presented.question().endsWith(" q400")) {
        throw new IllegalStateException("q400");
      }
      return new Reading.Refused();
    }
  }

  @Test
  void theRecordedScoreIsTakenAsItIs() {
    SmallBenchmark small =
        SmallBenchmark.empty()
            .rules(AnswerKind.CHOICE, "exact", "choice,recorded", "accuracy")
            .choices(4);
    List<String> scores = List.of("Correct", "0.5", "n/a", "");
    Model recording =
        new Model() {
          @Override
          public Attempt answer(Request request) {
            return answered(scores.get(0));
          }

          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public String identity() {
            return "scripted";
          }
        };
    try (RunFile file = new TestRun(small).done(path(), recording)) {
      for (int i = 0; i < 4; i++) {
        TestRun.tamper(
            path(), "UPDATE reply SET recorded_score = '" + scores.get(i) + "' WHERE trial = " + i);
      }
      ScoringPass.run(file, small.ruleSet(), "test");
      assertThat(
              TestRun.query(
                  file,
                  "SELECT quote(value) || ' ' || ifnull(undefined, '') FROM score"
                      + " WHERE scorer LIKE 'recorded%' ORDER BY trial"))
          .containsExactly(
              "1.0 ",
              "0.5 ",
              "NULL recorded score is not a number",
              "NULL recording states no score");
    }
  }

  private static Attempt answered(String score) {
    Reply plain = Reply.of("A");
    return new Attempt.Answered(
        new Reply(
            plain.text(),
            null,
            plain.finish(),
            plain.usage(),
            null,
            null,
            List.of(),
            null,
            "",
            new Recorded(null, score)));
  }

  @Test
  void kindsWithoutRulesAreNotRead() {
    SmallBenchmark mixed =
        SmallBenchmark.ofChoices()
            .choices(2)
            .add(SmallBenchmark.sample("t", new Target.Text(List.of("lung"))));
    try (RunFile file = new TestRun(mixed).done(path(), ScriptedModel.saying("A"))) {
      assertThat(new TestRun(mixed).results(file).estimates())
          .singleElement()
          .satisfies(e -> assertThat(e.slice()).containsEntry("kind", "choice"));
    }
  }

  @Test
  void rulesAreNamedWithTheirVersionsAndFoundAgain() {
    SmallBenchmark small =
        SmallBenchmark.empty().rules(AnswerKind.CHOICE, "layered,exact", "choice", "accuracy");
    String json = small.ruleSet().json();
    assertThat(json)
        .isEqualTo(
            "{\"choice\":{\"extractors\":[\"layered@1\",\"exact@1\"],\"scorers\":[\"choice@1\"],"
                + "\"metrics\":[\"accuracy@1\"]}}");
    assertThat(RuleSet.resolve(RuleSet.names(json), SmallBenchmark.registry()).json())
        .isEqualTo(json);
  }

  @Test
  void everyUnknownOrUnfitRuleIsTold() {
    LinkedHashMap<AnswerKind, Benchmark.Rules> named = new LinkedHashMap<>();
    named.put(
        AnswerKind.CHOICE,
        new Benchmark.Rules(List.of("number"), List.of("choice"), List.of("accuracy")));
    named.put(
        AnswerKind.TEXT,
        new Benchmark.Rules(List.of("hole"), List.of("choice"), List.of("accuracy")));
    assertThatThrownBy(() -> RuleSet.resolve(named, SmallBenchmark.registry()))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("extractor 'number' is not meant for answers of kind choice")
        .hasMessageContaining("there is no extractor called 'hole'");
  }
}
