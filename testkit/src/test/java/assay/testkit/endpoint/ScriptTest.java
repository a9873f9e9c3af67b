package assay.testkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScriptTest {
  private static final Behaviour OK = Replies.text("fine");

  @Test
  void faultsComeFirstEveryNthAndInOrder() throws IOException {
    assertThat(statuses(Script.first(2, RateLimits.slowDown()).then(OK), "a", "b", "c", "a"))
        .containsExactly(429, 429, 200, 200);
    assertThat(
            statuses(
                Script.everyNth(3, Faults.serverError(500)).then(OK), "a", "b", "c", "d", "e", "f"))
        .containsExactly(200, 200, 500, 200, 200, 500);
    assertThat(
            statuses(
                Script.inOrder(Faults.serverError(502), Faults.serverError(503), OK),
                "a",
                "b",
                "c",
                "d"))
        .containsExactly(502, 503, 200, 200);
    assertThat(
            statuses(
                Script.firstTries(1, Faults.serverError(500)).then(OK), "a", "b", "a", "a", "b"))
        .containsExactly(500, 500, 200, 200, 200);
    assertThat(
            statuses(Script.whenTextHolds("b", Faults.contextTooLong()).then(OK), "a", "b", "ab"))
        .containsExactly(200, 400, 400);
  }

  @Test
  void branchesChain() throws IOException {
    Script script =
        Script.first(1, RateLimits.slowDown())
            .then(Script.everyNth(2, Faults.serverError(500)).then(OK));
    assertThat(statuses(script, "a", "b", "c", "d")).containsExactly(429, 500, 200, 500);
  }

  @Test
  void aKeyCanBeAskedFor() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(Script.withoutKey("s3cret").then(OK));
        var client = new RawClient(endpoint.baseUri())) {
      String question = RawClient.question("q");
      assertThat(client.ask(question).status()).isEqualTo(401);
      assertThat(client.ask(question, "Authorization: Bearer wrong").status()).isEqualTo(401);
      assertThat(client.ask(question, "authorization: Bearer s3cret").status()).isEqualTo(200);
    }
  }

  @Test
  void seededFaultsDependOnSeedBodyAndTryAlone() throws IOException {
    Script script =
        Script.seededFaults(17)
            .perThousand(100, RateLimits.slowDown())
            .perThousand(100, Faults.serverError(500))
            .then(OK);
    String[] questions = IntStream.range(0, 1000).mapToObj(i -> "q" + i).toArray(String[]::new);
    List<Integer> once = statuses(script, questions);
    assertThat(statuses(script, questions)).isEqualTo(once);
    List<String> reversed = List.of(questions).reversed();
    assertThat(statuses(script, reversed.toArray(String[]::new)).reversed()).isEqualTo(once);
    // 0.1 and 0.9 × 0.1 of 1000; within five standard deviations
    assertThat(once.stream().filter(status -> status == 429).count()).isBetween(53L, 147L);
    assertThat(once.stream().filter(status -> status == 500).count()).isBetween(45L, 135L);

    Script other = Script.seededFaults(18).perThousand(100, RateLimits.slowDown()).then(OK);
    assertThat(statuses(other, questions)).isNotEqualTo(once);
    String[] again = new String[100];
    Arrays.fill(again, "the same");
    assertThat(
            statuses(
                Script.seededFaults(1).perThousand(500, Faults.serverError(500)).then(OK), again))
        .contains(200, 500);
    assertThatThrownBy(() -> Script.seededFaults(1).perThousand(1001, OK))
        .hasMessage("a rate is 0 to 1000 per thousand, not 1001");
  }

  @Test
  void latencyIsCountedFromTheArrival() throws IOException {
    try (var endpoint =
        LoopbackEndpoint.start(Script.always(OK).delayedBy(Duration.ofMillis(40)))) {
      long start = System.nanoTime();
      assertThat(RawClient.once(endpoint, RawClient.question("q")).status()).isEqualTo(200);
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(40_000_000L);
    }
  }

  @Test
  void aClientThatLeavesDuringTheLatencyIsCountedAtOnce() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(Script.always(OK).delayedBy(Duration.ofHours(1)))) {
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(RawClient.question("q"));
        endpoint.traffic().awaitInFlight(1);
      }
      endpoint.traffic().awaitAbandoned(1);
      assertThat(endpoint.traffic().counters().inFlight()).isZero();
    }
  }

  @Test
  void theScriptCanBeChangedBetweenRequests() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(Faults.serverError(500));
        var client = new RawClient(endpoint.baseUri())) {
      assertThat(client.ask(RawClient.question("q")).status()).isEqualTo(500);
      endpoint.script(Script.always(OK));
      assertThat(client.ask(RawClient.question("q")).status()).isEqualTo(200);
    }
  }

  @Test
  void aScriptThatFailsIsAProblemThatTheTestSees() throws IOException {
    Script failing =
        exchange -> {
          throw new AssertionError("expected another question");
        };
    try (var endpoint = LoopbackEndpoint.start(failing);
        var client = new RawClient(endpoint.baseUri())) {
      client.post(RawClient.question("q"));
      assertThat(client.in().read()).isEqualTo(-1);
      assertThat(endpoint.traffic().problems())
          .containsExactly(
              "the script failed: java.lang.AssertionError: expected another question");
    }
  }

  @Test
  void markedQuestionsAreAnsweredAsTheBenchKitDoes() throws IOException {
    MarkedAnswers answers = MarkedAnswers.ofFour();
    for (FixtureRow row : Fixture.of(Fixture.class, "fnv1a.tsv").rows()) {
      var some = new MarkedAnswers(row.integer("options"), MarkedAnswers.Style.LETTER, 0);
      assertThat(some.letterOf(row.text("mark")))
          .as(row.toString())
          .isEqualTo(row.text("letter").charAt(0));
    }
    try (var endpoint = LoopbackEndpoint.start(answers)) {
      String example = "Case 000009: an example. Case 000003: the question";
      for (int i = 0; i < 3; i++) {
        assertThat(RawClient.once(endpoint, RawClient.question(example)).text())
            .contains("\"ANSWER: " + answers.letterOf("Case 000003") + "\"");
      }
    }
  }

  @Test
  void questionsWithoutAMarkAreAnsweredByTextAndImage() throws IOException {
    var letters = new ArrayList<String>();
    try (var endpoint =
        LoopbackEndpoint.start(new MarkedAnswers(26, MarkedAnswers.Style.LETTER, 0))) {
      for (String image : List.of("AAAA", "AAAB", "AAAA")) {
        String body =
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                + "\"text\":\"What is this?\"},{\"type\":\"image_url\",\"image_url\":{\"url\":"
                + "\"data:image/png;base64,"
                + image
                + "\"}}]}]}";
        letters.add(
            ChatRendering.JSON
                .readTree(RawClient.once(endpoint, body).body())
                .at("/choices/0/message/content")
                .asText());
      }
    }
    assertThat(letters.get(0)).matches("[A-Z]").isEqualTo(letters.get(2));
    assertThat(letters.get(1)).isNotEqualTo(letters.get(0));
  }

  @Test
  void theStylesOfAnswers() throws IOException {
    String question = RawClient.question("Case 000001: which?");
    char letter = MarkedAnswers.ofFour().letterOf("Case 000001");
    for (MarkedAnswers.Style style : MarkedAnswers.Style.values()) {
      try (var endpoint = LoopbackEndpoint.start(new MarkedAnswers(4, style, 500))) {
        String content =
            ChatRendering.JSON
                .readTree(RawClient.once(endpoint, question).body())
                .at("/choices/0/message/content")
                .asText();
        switch (style) {
          case ANSWER -> assertThat(content).isEqualTo("ANSWER: " + letter);
          case LETTER -> assertThat(content).isEqualTo("" + letter);
          case SENTENCE -> assertThat(content).isEqualTo("The answer is (" + letter + ").");
          case LONG -> assertThat(content).hasSize(500).endsWith("\n\nANSWER: " + letter);
        }
      }
    }
    assertThatThrownBy(() -> new MarkedAnswers(27, MarkedAnswers.Style.ANSWER, 0))
        .hasMessage("options are 2 to 26, not 27");
  }

  private static List<Integer> statuses(Script script, String... questions) throws IOException {
    var statuses = new ArrayList<Integer>();
    try (var endpoint = LoopbackEndpoint.start(script);
        var client = new RawClient(endpoint.baseUri())) {
      for (String question : questions) {
        statuses.add(client.ask(RawClient.question(question)).status());
      }
    }
    return statuses;
  }
}
