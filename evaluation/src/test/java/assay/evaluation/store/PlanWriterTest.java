package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Media;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.evaluation.plan.Selection;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanWriterTest {

  @TempDir private Path folder;
  private final ScriptedModel model = ScriptedModel.saying("A");

  private Path file() {
    return folder.resolve("run.assay");
  }

  private static Snapshot snapshot() {
    LinkedHashMap<String, String> values = new LinkedHashMap<>();
    values.put("command", "assay run small");
    return new Snapshot(
        "name: small\n", List.of(new Snapshot.DataFile("a.jsonl", "0".repeat(64), 17)), values);
  }

  @Test
  void writesEveryTrialInThePlansOrder() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2).add(pictured("p"));
    TestRun run = new TestRun(small).arms("standard", "blind").epochs(2);
    try (RunFile file = run.planned(file(), model)) {
      assertThat(
              TestRun.query(
                  file,
                  "SELECT s.id || ' ' || arm || ' ' || epoch || ' ' || state FROM trial t"
                      + " JOIN sample s ON s.ordinal = t.sample ORDER BY t.ordinal"))
          .containsExactly(
              "q1 standard 1 planned",
              "q1 standard 2 planned",
              "q2 standard 1 planned",
              "q2 standard 2 planned",
              "p standard 1 planned",
              "p standard 2 planned",
              "p blind 1 planned",
              "p blind 2 planned");
      assertThat(TestRun.query(file, "SELECT count(DISTINCT id) FROM trial")).containsExactly("8");
      assertThat(file.values())
          .containsEntry("benchmark", "small")
          .containsEntry("benchmark_version", "1")
          .containsEntry("split", "test")
          .containsEntry("arms", "[\"standard\",\"blind\"]")
          .containsEntry("epochs", "2")
          .containsEntry("seed", "7")
          .containsEntry("selection", "all")
          .doesNotContainKeys("subset", "shard", "subsets");
    }
  }

  private static Sample pictured(String id) {
    Sample plain = SmallBenchmark.choice(id, "A");
    return new Sample(
        id,
        null,
        "en",
        plain.question(),
        plain.options(),
        List.of(new Media.File("p.png")),
        plain.target(),
        plain.tags(),
        plain.clusters(),
        plain.links());
  }

  @Test
  void keepsWhereItCameFrom() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(1);
    try (RunFile file = RunFile.create(file())) {
      new PlanWriter(file, new TestRun(small).plan()).write(small.pool(), model, 3, snapshot());
      assertThat(SnapshotRows.benchmarkYaml(file)).isEqualTo("name: small\n");
      assertThat(SnapshotRows.hashes(file)).containsEntry("a.jsonl", "0".repeat(64)).hasSize(2);
      assertThat(RunFacts.of(file).models()).containsExactly(Map.entry("scripted", 3L));
      assertThat(file.value("command")).contains("assay run small");
    }
  }

  @Test
  void samplesThatAreNotSelectedStayInThePlan() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(10);
    LinkedHashSet<String> ids = new LinkedHashSet<>(List.of("q3", "q9"));
    try (RunFile file =
        new TestRun(small).selection(new Selection.Ids(ids)).planned(file(), model)) {
      TrialCounts counts = TrialCounts.of(file);
      assertThat(counts.planned()).isEqualTo(2);
      assertThat(counts.skipped()).isEqualTo(8);
      assertThat(TestRun.query(file, "SELECT DISTINCT reason FROM trial WHERE state = 'skipped'"))
          .containsExactly("sample-ids");
      assertThat(file.value("selection").orElseThrow()).startsWith("ids 2 sha256:");
    }
  }

  @Test
  void trialsOfOtherShardsStayInThePlan() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(40);
    TestRun run = new TestRun(small).shard(2, 4).selection(new Selection.Limit(20, 7, null));
    try (RunFile file = run.planned(file(), model)) {
      assertThat(
              TestRun.query(file, "SELECT ifnull(reason, state) FROM trial GROUP BY 1 ORDER BY 1"))
          .containsExactly("limit", "planned", "shard");
      assertThat(TestRun.query(file, "SELECT count(*) FROM trial WHERE reason = 'limit'"))
          .containsExactly("20");
      assertThat(file.value("shard")).contains("2/4");
    }
  }

  @Test
  void allDoubledIdsAreToldTogetherAndNothingIsWritten() {
    SmallBenchmark small =
        SmallBenchmark.ofChoices()
            .choices(3)
            .add(SmallBenchmark.choice("q2", "A"), SmallBenchmark.choice("q3", "A"));
    try (RunFile file = RunFile.create(file())) {
      assertThatThrownBy(
              () ->
                  new PlanWriter(file, new TestRun(small).plan())
                      .write(small.pool(), model, 0, snapshot()))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining("two samples have the id 'q2'\n  expected: ids that are unique")
          .hasMessageContaining("two samples have the id 'q3'");
      assertThat(TestRun.query(file, "SELECT count(*) FROM sample")).containsExactly("0");
      assertThat(file.values()).isEmpty();
    }
  }

  @Test
  void aSourceThatBreaksOffLeavesNoPlan() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(3);
    SamplePool broken =
        () ->
            Stream.concat(
                small.samples().stream(),
                Stream.generate(
                        () -> {
                          throw AssayException.data(Problem.of("row 4 is no JSON"));
                        })
                    .map(Sample.class::cast));
    try (RunFile file = RunFile.create(file())) {
      assertThatThrownBy(
              () ->
                  new PlanWriter(file, new TestRun(small).plan())
                      .write(broken, model, 0, snapshot()))
          .hasMessage("row 4 is no JSON");
      assertThat(file.values()).isEmpty();
      new PlanWriter(file, new TestRun(small).plan()).write(small.pool(), model, 0, snapshot());
      assertThat(TrialCounts.of(file).planned()).isEqualTo(3);
    }
  }

  @Test
  void aPlanWithoutTrialsIsNone() {
    SmallBenchmark none = SmallBenchmark.ofChoices();
    try (RunFile file = RunFile.create(file())) {
      assertThatThrownBy(
              () ->
                  new PlanWriter(file, new TestRun(none).plan())
                      .write(none.pool(), model, 0, snapshot()))
          .isInstanceOf(AssayException.class)
          .hasMessage("split 'test' of small is empty");
    }
    SmallBenchmark texts = SmallBenchmark.ofChoices().choices(3);
    try (RunFile file = RunFile.create(folder.resolve("blind.assay"))) {
      assertThatThrownBy(
              () ->
                  new PlanWriter(file, new TestRun(texts).arms("blind").plan())
                      .write(texts.pool(), model, 0, snapshot()))
          .isInstanceOf(AssayException.class)
          .hasMessageStartingWith("no sample of split 'test' can be put under the arms blind");
    }
  }

  @Test
  void armsAreKnownAndNamedOnce() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(1);
    try (RunFile file = RunFile.create(file())) {
      assertThatThrownBy(() -> new PlanWriter(file, new TestRun(small).arms("blnid").plan()))
          .isInstanceOf(AssayException.class)
          .hasMessage("there is no arm 'blnid'\n  expected: one of standard, blind");
      assertThatThrownBy(
              () -> new PlanWriter(file, new TestRun(small).arms("standard", "standard").plan()))
          .isInstanceOf(AssayException.class)
          .hasMessageStartingWith("an arm is named twice: standard, standard");
    }
  }
}
