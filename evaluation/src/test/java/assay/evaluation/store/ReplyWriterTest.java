package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.exchange.Attempt;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Part;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.TokenLogprob;
import assay.core.exchange.Usage;
import assay.evaluation.json.Surrogates;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyWriterTest {

  @TempDir private Path folder;
  private final SmallBenchmark small = SmallBenchmark.ofChoices().choices(20);

  private RunFile planned() {
    return new TestRun(small).planned(folder.resolve("run.assay"), ScriptedModel.saying("A"));
  }

  private static Finished answered(long trial, Reply reply) {
    return new Finished(
        trial,
        new Attempt.Answered(reply),
        1,
        "{\"q\":" + trial + "}",
        List.of(),
        null,
        false,
        null);
  }

  @Test
  void whatIsHeardOfIsOnDisk() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    try (RunFile file = planned()) {
      try (ReplyWriter writer =
          new ReplyWriter(
              file,
              null,
              end ->
                  seen.addAll(
                      TestRun.query(
                          file, "SELECT state FROM trial WHERE ordinal = " + end.trial())))) {
        for (int i = 0; i < 20; i++) {
          writer.submit(answered(i, Reply.of("A")));
        }
      }
      assertThat(seen).hasSize(20).containsOnly("answered");
    }
  }

  @Test
  void anInterruptedThreadStillHandsOver() {
    try (RunFile file = planned()) {
      try (ReplyWriter writer = new ReplyWriter(file, null, end -> {})) {
        Thread.currentThread().interrupt();
        writer.submit(answered(3, Reply.of("A")));
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(TrialCounts.of(file).answered()).isEqualTo(1);
    }
  }

  @Test
  void aFailureOfTheDiskReachesWhoHandsOverAndLeavesTheFileUsable() {
    try (RunFile file = planned()) {
      TestRun.tamper(
          file.path(),
          "CREATE TRIGGER full BEFORE INSERT ON reply WHEN new.trial = 5"
              + " BEGIN SELECT raise(ABORT, 'the disk is full'); END");
      ReplyWriter writer = new ReplyWriter(file, null, end -> {});
      writer.submit(answered(5, Reply.of("A")));
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  writer.submit(answered(6, Reply.of("A")));
                }
              })
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot write the run file")
          .hasMessageContaining("the disk is full");
      assertThatThrownBy(writer::close).isInstanceOf(StoreException.class);
      file.put("still", "usable");
      assertThat(TrialCounts.of(file).answered()).isZero();
    }
  }

  @Test
  void picturesAndRequestsAreKeptOnce() {
    Part.ImagePart picture = new Part.ImagePart("ab", "image/png", 2, 3, "{\"from\":\"x\"}");
    try (RunFile file = planned()) {
      try (ReplyWriter writer = new ReplyWriter(file, null, end -> {})) {
        for (int i = 0; i < 3; i++) {
          writer.submit(
              new Finished(
                  i,
                  new Attempt.Answered(Reply.of("A")),
                  2,
                  "{\"same\":1}",
                  List.of(picture),
                  null,
                  false,
                  null));
        }
      }
      assertThat(TestRun.query(file, "SELECT count(*) FROM request")).containsExactly("1");
      assertThat(TestRun.query(file, "SELECT sha256 || mime || width || height FROM media"))
          .containsExactly("abimage/png23");
      assertThat(TestRun.query(file, "SELECT DISTINCT attempts FROM trial WHERE ordinal < 3"))
          .containsExactly("2");
    }
  }

  /** Any reply comes back as it was, but for what UTF-8 cannot hold. */
  @SeededTest(count = 30)
  void repliesComeBackAsTheyWere(Generators draw) {
    List<Reply> replies = draw.listOf(20, 20, () -> reply(draw));
    try (RunFile file = planned()) {
      try (ReplyWriter writer = new ReplyWriter(file, null, end -> {})) {
        for (int i = 0; i < replies.size(); i++) {
          writer.submit(answered(i, replies.get(i)));
        }
      }
      for (int i = 0; i < replies.size(); i++) {
        assertThat(TrialContent.reply(file, i)).contains(wellFormed(replies.get(i)));
      }
    } finally {
      RunFile.discard(folder.resolve("run.assay"));
    }
  }

  private static @Nullable String maybe(Generators draw) {
    return draw.oneIn(2) ? null : draw.text();
  }

  private static @Nullable Long count(Generators draw) {
    return draw.oneIn(2) ? null : Long.valueOf(draw.between(0, 1_000));
  }

  private static Reply reply(Generators draw) {
    return new Reply(
        draw.text(),
        maybe(draw),
        draw.pick(List.of(FinishReason.values())),
        new Usage(count(draw), count(draw), count(draw), count(draw)),
        draw.oneIn(2) ? null : Double.valueOf(Math.abs(draw.finite())),
        draw.oneIn(2) ? null : Double.valueOf(draw.unit()),
        draw.listOf(0, 2, () -> new TokenLogprob(draw.text(), -draw.unit(), List.of())),
        maybe(draw),
        draw.text(),
        draw.oneIn(2) ? null : new Recorded("r" + draw.text(), maybe(draw)));
  }

  private static @Nullable String utf(@Nullable String text) {
    return text == null ? null : Surrogates.replaced(text);
  }

  private static Reply wellFormed(Reply r) {
    return new Reply(
        String.valueOf(utf(r.text())),
        utf(r.reasoning()),
        r.finish(),
        r.usage(),
        r.cost(),
        r.seconds(),
        r.logprobs(),
        utf(r.model()),
        String.valueOf(utf(r.raw())),
        r.recorded() == null
            ? null
            : new Recorded(utf(r.recorded().reading()), utf(r.recorded().score())));
  }
}
