package assay.evaluation.store;

import static assay.evaluation.support.SmallBenchmark.choice;
import static assay.evaluation.support.SmallBenchmark.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Model;
import assay.core.exchange.Request;
import assay.evaluation.estimate.Results;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMergeTest {

  @TempDir private Path folder;

  private static final String EVERY_TRIAL =
      "SELECT group_concat(quote(t.ordinal) || t.id || quote(m.name) || quote(s.id) || arm ||"
          + " variant || epoch || state || quote(reason) || quote(message) || quote((SELECT sha256"
          + " FROM request q WHERE q.ordinal = t.request)) || quote(r.text) || quote(r.raw), '\n"
          + "') FROM trial t JOIN sample s ON s.ordinal = t.sample JOIN model m ON m.ordinal ="
          + " t.model LEFT JOIN reply r ON r.trial = t.ordinal";

  private static ScriptedModel model() {
    return new ScriptedModel(
        (q, n) ->
            q.hashCode() % 9 == 0
                ? ScriptedModel.failure(FailureKind.REJECTED)
                : ScriptedModel.reply(
                    String.valueOf((char) ('A' + Math.floorMod(q.hashCode(), 4)))));
  }

  private Path path(String name) {
    return folder.resolve(name + ".assay");
  }

  @SeededTest(count = 8)
  void shardsMakeTheWholeRun(Generators draw) {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(draw.between(1, 60)).slices("exam");
    int epochs = draw.between(1, 3);
    int count = draw.between(2, 5);
    try (RunFile whole = new TestRun(small).epochs(epochs).done(path("whole"), model())) {
      List<Path> shards = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        shards.add(path("shard" + i));
        new TestRun(small).epochs(epochs).shard(i, count).done(shards.getLast(), model()).close();
      }
      RunMerge.merge(draw.shuffled(shards), path("merged"));
      try (RunFile merged = RunFile.open(path("merged"))) {
        assertThat(TestRun.query(merged, EVERY_TRIAL)).isEqualTo(TestRun.query(whole, EVERY_TRIAL));
        Results ofWhole = new TestRun(small).results(whole);
        assertThat(new TestRun(small).results(merged)).isEqualTo(ofWhole);
        assertThat(merged.value("shard")).isEmpty();
        assertThat(merged.value("merged")).contains(String.valueOf(count));
        Seal.set(merged);
      }
      for (Path made : shards) {
        RunFile.discard(made);
      }
    } finally {
      RunFile.discard(path("whole"));
      RunFile.discard(path("merged"));
    }
  }

  @Test
  void aMissingShardStaysSkipped() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(30);
    for (int i = 1; i <= 2; i++) {
      new TestRun(small).shard(i, 3).done(path("s" + i), ScriptedModel.saying("A")).close();
    }
    RunMerge.merge(List.of(path("s1"), path("s2")), path("merged"));
    try (RunFile merged = RunFile.open(path("merged"))) {
      TrialCounts counts = TrialCounts.of(merged);
      assertThat(counts.total()).isEqualTo(30);
      assertThat(counts.skipped()).isPositive();
      assertThat(TestRun.query(merged, "SELECT DISTINCT reason FROM trial WHERE state = 'skipped'"))
          .containsExactly("shard");
    }
  }

  @Test
  void theAnsweredTrialWinsThenTheFailedThenThePlanned() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(4);
    ScriptedModel nobody = ScriptedModel.saying("A");
    for (String name : List.of("one", "two")) {
      new TestRun(small).planned(path(name), nobody).close();
    }
    answer("one", 0);
    set("one", 1, "failed");
    set("two", 0, "failed");
    answer("two", 1);
    set("two", 2, "failed");
    RunMerge.merge(List.of(path("one"), path("two")), path("merged"));
    assertThat(TestRun.query(path("merged"), "SELECT state FROM trial ORDER BY ordinal"))
        .containsExactly("answered", "answered", "failed", "planned");
    assertThat(TestRun.query(path("merged"), "SELECT text FROM reply ORDER BY trial"))
        .containsExactly("one", "two");
  }

  private void answer(String run, int ordinal) {
    set(run, ordinal, "answered");
    TestRun.tamper(
        path(run),
        "INSERT INTO reply (trial, text, finish, raw, from_cache) VALUES ("
            + ordinal
            + ", '"
            + run
            + "', 'stop', '', 0)");
  }

  private void set(String run, int ordinal, String state) {
    TestRun.tamper(
        path(run), "UPDATE trial SET state = '" + state + "' WHERE ordinal = " + ordinal);
  }

  @Test
  void aTrialThatIsAnsweredTwiceIsAnErrorThatNamesSamples() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(5);
    for (String name : List.of("one", "two")) {
      new TestRun(small).done(path(name), ScriptedModel.saying("A")).close();
    }
    assertThatThrownBy(() -> RunMerge.merge(List.of(path("one"), path("two")), path("merged")))
        .isInstanceOf(AssayException.class)
        .hasMessageStartingWith(
            "5 trials are answered in more than one of the runs, for example those of sample q1,"
                + " q2, q3");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one.assay", "two.assay");
  }

  @Test
  void otherReadersStandBesideEachOther() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(3);
    for (String name : List.of("x", "y")) {
      new TestRun(small)
          .surplus(2)
          .done(path(name), new Named(ScriptedModel.saying(name), name))
          .close();
    }
    RunMerge.merge(List.of(path("x"), path("y")), path("merged"));
    try (RunFile merged = RunFile.open(path("merged"))) {
      assertThat(RunFacts.of(merged).models()).containsEntry("x", 2L).containsEntry("y", 2L);
      assertThat(
              TestRun.query(
                  merged,
                  "SELECT m.name || s.id || r.text FROM trial t JOIN sample s ON s.ordinal ="
                      + " t.sample JOIN model m ON m.ordinal = t.model JOIN reply r ON r.trial ="
                      + " t.ordinal ORDER BY t.ordinal"))
          .containsExactly("xq1x", "xq2x", "xq3x", "yq1y", "yq2y", "yq3y");
    }
  }

  @Test
  void subsetsMakeTheWholeOrAPartThatIsCalledByItsNames() {
    SmallBenchmark all = SmallBenchmark.ofChoices().subsets("s1", "s2", "s3");
    for (String subset : List.of("s1", "s2", "s3")) {
      SmallBenchmark part =
          SmallBenchmark.ofChoices()
              .subsets("s1", "s2", "s3")
              .add(in(subset, choice(subset + "a", "A")), in(subset, choice(subset + "b", "B")));
      part.samples().forEach(all::add);
      new TestRun(part)
          .subset(subset)
          .surplus(1)
          .done(path(subset), ScriptedModel.saying("A"))
          .close();
    }
    RunMerge.merge(List.of(path("s2"), path("s1"), path("s3")), path("whole"));
    RunMerge.merge(List.of(path("s1"), path("s3")), path("part"));
    try (RunFile whole = RunFile.open(path("whole"));
        RunFile part = RunFile.open(path("part"))) {
      assertThat(whole.value("subset")).isEmpty();
      assertThat(RunFacts.of(whole).models()).containsEntry("scripted", 3L);
      assertThat(part.value("subset")).contains("s1+s3");
      Results results = new TestRun(all).results(whole);
      assertThat(results.estimates().getFirst().n()).isEqualTo(6);
      assertThat(results.estimates().getFirst().subsetMean().subsets()).isEqualTo(3);
      assertThat(new TestRun(all).results(part).estimates())
          .extracting(e -> e.subset() + " " + e.n())
          .containsExactly("s1+s3 4", "s1 2", "s3 2");
    }
  }

  @Test
  void shardsOfASubsetStayThatSubset() {
    SmallBenchmark part =
        SmallBenchmark.ofChoices().subsets("s1", "s2").add(in("s1", choice("q", "A")));
    new TestRun(part).subset("s1").shard(1, 2).planned(path("a"), model()).close();
    new TestRun(part).subset("s1").shard(2, 2).planned(path("b"), model()).close();
    RunMerge.merge(List.of(path("a"), path("b")), path("merged"));
    try (RunFile merged = RunFile.open(path("merged"))) {
      assertThat(merged.value("subset")).contains("s1");
      assertThat(RunFacts.of(merged).models()).containsEntry("scripted", 0L);
    }
  }

  @Test
  void everyDifferenceIsToldAndNothingIsWritten() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    new TestRun(small).planned(path("one"), model()).close();
    new TestRun(small).seed(8).epochs(2).planned(path("two"), model()).close();
    TestRun.tamper(path("two"), "UPDATE snapshot SET sha256 = 'x' WHERE name = 'benchmark.yaml'");
    assertThatThrownBy(() -> RunMerge.merge(List.of(path("one"), path("two")), path("merged")))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining(path("two") + ": epochs is '2'\n  expected: '1' as in " + path("one"))
        .hasMessageContaining(path("two") + ": seed is '8'\n  expected: '7' as in " + path("one"))
        .hasMessageContaining(path("two") + ": its benchmark.yaml is not the same");
    assertThat(path("merged")).doesNotExist();
  }

  @Test
  void aRunThatIsBeingWrittenIsNotMerged() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    new TestRun(small).shard(1, 2).planned(path("one"), model()).close();
    try (RunFile open = new TestRun(small).shard(2, 2).planned(path("two"), model())) {
      assertThat(open.value("shard")).contains("2/2");
      assertThatThrownBy(() -> RunMerge.merge(List.of(path("one"), path("two")), path("merged")))
          .isInstanceOf(AssayException.class)
          .hasMessageStartingWith(path("two") + ": the run is being written");
    }
  }

  @Test
  void aBrokenSealIsNotMerged() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    try (RunFile file = new TestRun(small).done(path("one"), ScriptedModel.saying("A"))) {
      Seal.set(file);
    }
    TestRun.tamper(path("one"), "UPDATE reply SET text = 'B'");
    assertThatThrownBy(() -> RunMerge.merge(List.of(path("one")), path("merged")))
        .hasMessageContaining("the run was changed after it was sealed");
  }

  @Test
  void whatWasPartlyDoneCanBeTakenUpAfterTheMerge() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(20);
    new TestRun(small).shard(1, 2).done(path("one"), ScriptedModel.saying("A")).close();
    new TestRun(small).shard(2, 2).planned(path("two"), ScriptedModel.saying("A")).close();
    RunMerge.merge(List.of(path("one"), path("two")), path("merged"));
    try (RunFile merged = RunFile.open(path("merged"))) {
      new TestRun(small).run(merged, ScriptedModel.saying("A"));
      assertThat(TrialCounts.of(merged).answered()).isEqualTo(20);
    }
  }

  private record Named(Model model, String name) implements Model {
    @Override
    public Attempt answer(Request request) throws InterruptedException {
      return model.answer(request);
    }

    @Override
    public String identity() {
      return name;
    }
  }
}
