package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Model;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.TokenLogprob;
import assay.core.exchange.Usage;
import assay.evaluation.json.RequestJson;
import assay.evaluation.json.Samples;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseCacheTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("cache").resolve("replies.sqlite");
  }

  private static Finished finished(String key, Reply reply, boolean fromCache) {
    return new Finished(0, new Attempt.Answered(reply), 1, "{}", List.of(), key, fromCache, null);
  }

  private static Reply full() {
    return new Reply(
        "B",
        "because",
        FinishReason.LENGTH,
        new Usage(1L, 2L, 3L, 0L),
        0.125,
        1.5,
        List.of(new TokenLogprob("B", -0.5, List.of())),
        "m-1",
        "{\"raw\":1}",
        null);
  }

  @Test
  void givesBackWhatWasKept() {
    try (ResponseCache cache = ResponseCache.open(file())) {
      assertThat(cache.get("k")).isEmpty();
      cache.putAll(List.of(finished("k", full(), false)));
      assertThat(cache.get("k")).contains(full());
    }
    try (ResponseCache again = ResponseCache.open(file())) {
      assertThat(again.get("k")).contains(full());
    }
  }

  @Test
  void keepsNoFailureAndNothingTwice() {
    try (ResponseCache cache = ResponseCache.open(file())) {
      Attempt failure = new Attempt.Failed(FailureKind.SERVER, "500");
      cache.putAll(
          List.of(
              new Finished(0, failure, 6, "{}", List.of(), "failed", false, null),
              finished("cached", Reply.of("C"), true),
              new Finished(
                  0, new Attempt.Answered(Reply.of("D")), 1, "{}", List.of(), null, false, null),
              finished("k", Reply.of("first"), false),
              finished("k", Reply.of("second"), false)));
      assertThat(cache.get("failed")).isEmpty();
      assertThat(cache.get("cached")).isEmpty();
      assertThat(cache.get("k").orElseThrow().text()).isEqualTo("first");
    }
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    ResponseCache.open(file()).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void severalMayUseItAtOnce() throws InterruptedException {
    try (ResponseCache one = ResponseCache.open(file());
        ResponseCache other = ResponseCache.open(file())) {
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 50; i++) {
                      one.putAll(List.of(finished("one" + i, Reply.of("1"), false)));
                    }
                  });
      for (int i = 0; i < 50; i++) {
        other.putAll(List.of(finished("other" + i, Reply.of("2"), false)));
        other.get("one" + i);
      }
      writer.join();
      for (int i = 0; i < 50; i++) {
        assertThat(other.get("one" + i).orElseThrow().text()).isEqualTo("1");
        assertThat(one.get("other" + i).orElseThrow().text()).isEqualTo("2");
      }
    }
  }

  @Test
  void aFileThatIsNoCacheIsToldWithAWayOut() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "not a data base, but long enough to be one".repeat(100));
    assertThatThrownBy(() -> ResponseCache.open(file()))
        .isInstanceOf(AssayException.class)
        .hasMessageStartingWith(file() + ": cannot open the cache of replies")
        .hasMessageContaining("remedy: go on without it by --no-cache, or delete it");
  }

  /** Reader, any part of the request, or the epoch: whatever changes, the key does. */
  @SeededTest(count = 40)
  void theKeyChangesWithEveryPart(Generators draw) {
    Request request = new Samples(draw).request();
    String identity = "openai:m@http://h/" + draw.between(0, 9);
    String canonical = RequestJson.write(request);
    String key = ResponseCache.key(identity, canonical, 1);
    assertThat(ResponseCache.key(identity, canonical, 1)).isEqualTo(key);
    Set<String> keys = new HashSet<>(Set.of(key));
    keys.add(ResponseCache.key(identity + "x", canonical, 1));
    keys.add(ResponseCache.key(identity, canonical, 2));
    keys.add(ResponseCache.key("", identity + canonical, 1));
    Set<Request> variations = new HashSet<>(Samples.variations(request));
    variations.forEach(other -> keys.add(ResponseCache.key(identity, RequestJson.write(other), 1)));
    assertThat(keys).hasSize(4 + variations.size());
  }

  @Test
  void aRunAsksNothingThatAnotherHasAsked() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(10);
    try (ResponseCache cache = ResponseCache.open(file())) {
      TestRun run = new TestRun(small).cache(cache).epochs(2);
      ScriptedModel first = new ScriptedModel((q, n) -> ScriptedModel.reply(q + " #" + n));
      try (RunFile one = run.done(folder.resolve("one.assay"), first)) {
        assertThat(first.requests()).as("epochs are draws of their own").isEqualTo(20);
        assertThat(TrialCounts.of(one).fromCache()).isZero();
      }
      ScriptedModel second = ScriptedModel.saying("never asked");
      try (RunFile other = run.done(folder.resolve("other.assay"), second)) {
        assertThat(second.requests()).isZero();
        TrialCounts counts = TrialCounts.of(other);
        assertThat(counts.fromCache()).isEqualTo(20);
        assertThat(counts.promptTokens()).as("nothing was paid").isZero();
        assertThat(TestRun.query(other, "SELECT DISTINCT attempts FROM trial"))
            .containsExactly("0");
        assertThat(
                TestRun.query(
                    other, "SELECT DISTINCT text FROM reply WHERE trial IN (0, 1) ORDER BY text"))
            .containsExactly("question q1 #1", "question q1 #2");
      }
      Model stranger = new Named(ScriptedModel.saying("other"), "stranger");
      try (RunFile third = run.done(folder.resolve("third.assay"), stranger)) {
        assertThat(TrialCounts.of(third).fromCache()).isZero();
      }
    }
  }

  @Test
  void recordingsAreNotCached() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    try (ResponseCache cache = ResponseCache.open(file())) {
      TestRun run = new TestRun(small).cache(cache);
      for (String name : List.of("one", "other")) {
        try (RunFile file =
            run.done(
                folder.resolve(name + ".assay"), TestRun.recorded(Map.of("q1", "A", "q2", "B")))) {
          assertThat(TrialCounts.of(file).fromCache()).isZero();
        }
      }
    }
    assertThat(TestRun.query(file(), "SELECT count(*) FROM cached")).containsExactly("0");
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
