package assay.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Link;
import assay.core.Sample;
import assay.core.Target;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.plan.SkipReason;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.RunFile;
import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One side of a comparison, from runs whose replies are laid down. */
class SideReaderTest {

  @TempDir private Path work;
  private int files;

  private static SmallBenchmark texts(Sample... samples) {
    return SmallBenchmark.empty()
        .rules(AnswerKind.TEXT, "spoken", "spoken", "accuracy")
        .add(samples);
  }

  private static Sample text(String id) {
    return SmallBenchmark.sample(id, new Target.Text(List.of("1")));
  }

  private static Sample of(String id, @Nullable String family, @Nullable String original) {
    Sample bare = text(id);
    SequencedMap<String, String> clusters = new LinkedHashMap<>();
    if (family != null) {
      clusters.put("family", family);
    }
    return new Sample(
        id,
        null,
        "en",
        bare.question(),
        bare.options(),
        List.of(),
        bare.target(),
        new LinkedHashMap<>(),
        clusters,
        original == null ? List.of() : List.of(new Link("family", original)));
  }

  private Path path() {
    return work.resolve("run" + files++ + ".assay");
  }

  private Side side(SmallBenchmark small, ScoredRun run, @Nullable String by) {
    try (RunFile file = run.carriedOut(path())) {
      long scoring = ScoringPass.run(file, run.rules(), "test");
      return new SideReader(file, small.benchmark(), run.rules(), scoring, SideReader.Choice.by(by))
          .read("run", trial -> true);
    }
  }

  /** What is not recorded is not lost, what the budget cut off is; as 'show' counts them. */
  @Test
  void whatWasNeverToBeAskedIsNoFailure() {
    SmallBenchmark small = texts(text("a"), text("b"), text("c"), text("d"), text("e"), text("f"));
    Map<String, String> replies =
        Map.of(
            "a", "read 1",
            "b", "skipped not in the partial recording",
            "c", "skipped limit",
            "d", "skipped sample-ids",
            "e", "skipped budget",
            "f", "failed");
    ScoredRun run = new ScoredRun(small, replies);
    Side side = side(small, run, null);

    assertThat(side.samples().values())
        .extracting(SampleOutcome::status)
        .containsExactly(
            Status.SCORED,
            Status.NOT_ASKED,
            Status.NOT_ASKED,
            Status.NOT_ASKED,
            Status.FAILED,
            Status.FAILED);
    assertThat(side.samples().values())
        .extracting(SampleOutcome::leftOut)
        .containsExactly(
            null, SkipReason.NOT_RECORDED, SkipReason.LIMIT, SkipReason.SAMPLE_IDS, null, null);
    Estimate estimate = run.headline(path());
    assertThat(estimate.n()).isEqualTo(1);
    assertThat(estimate.counts().skippedBy())
        .containsOnlyKeys("not in the partial recording", "limit", "sample-ids", "budget");
  }

  @Test
  void aReasonThatNobodyKnowsIsDamage() {
    SmallBenchmark small = texts(text("a"), text("b"));
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(
            () ->
                side(small, new ScoredRun(small, Map.of("a", "read 1", "b", "skipped whim")), null))
        .withMessageContaining("no trial is skipped for 'whim'");
  }

  /** The first sample has no such cluster but a link of that name: that decides nothing. */
  @Test
  void whetherANameIsAClusterDependsOnNoOrder() {
    Sample linked = of("a", null, "b");
    Sample clustered = of("b", "f1", null);
    Map<String, String> replies = Map.of("a", "read 1", "b", "read 1");
    for (List<Sample> order : List.of(List.of(linked, clustered), List.of(clustered, linked))) {
      SmallBenchmark small = texts(order.toArray(Sample[]::new));
      assertThatExceptionOfType(AssayException.class)
          .isThrownBy(() -> side(small, new ScoredRun(small, replies), "family"))
          .withMessageContaining("sample a has no family");
    }
    SmallBenchmark alone = texts(of("a", null, "x"), of("b", null, null));
    assertThat(side(alone, new ScoredRun(alone, replies), "family").samples())
        .containsOnlyKeys("x", "b");
    SmallBenchmark same = texts(of("a", "f", null), of("b", "f", null));
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> side(same, new ScoredRun(same, replies), "family"))
        .withMessageContaining("the samples a and b both have family f");
  }

  @Test
  void anEpochThatFailedIsCounted() {
    SmallBenchmark small = texts(text("a"));
    Side side =
        side(
            small,
            new ScoredRun(small, Map.of("a#1", "read 1", "a#2", "read 1", "a#3", "failed"))
                .epochs(3),
            null);
    SampleOutcome only = side.samples().firstEntry().getValue();

    assertThat(only.isScored()).isTrue();
    assertThat(only.isPartial()).isTrue();
    assertThat(only.lost()).isEqualTo(1);
    assertThat(side.scale().isRightOrWrong()).isFalse();
  }

  @Test
  void whatGuessingReachesIsDeclaredForTheWholeAlone() {
    SmallBenchmark small = texts(text("a"), text("b")).chance(0.3);
    ScoredRun run = new ScoredRun(small, Map.of("a", "read 1", "b", "read 1"));
    Side whole = side(small, run, null);
    assertThat(whole.chance()).isEqualTo(0.3);
    assertThat(whole.narrowed(sample -> sample.id().equals("a")).chance()).isNull();
    try (RunFile file = run.carriedOut(path())) {
      long scoring = ScoringPass.run(file, run.rules(), "test");
      Side part =
          new SideReader(file, small.benchmark(), run.rules(), scoring, SideReader.Choice.HEADLINE)
              .read("run", trial -> trial.sample().id().equals("a"));
      assertThat(part.chance()).isNull();
    }
  }
}
