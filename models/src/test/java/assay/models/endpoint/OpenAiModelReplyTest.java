package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Attempt.Answered;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import assay.testkit.endpoint.BadBodies;
import assay.testkit.endpoint.ChatReply;
import assay.testkit.endpoint.RawReply;
import assay.testkit.endpoint.Replies;
import assay.testkit.endpoint.Script;
import assay.testkit.endpoint.TokenUsage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reply holds is kept, each part in its place. */
class OpenAiModelReplyTest {

  private static Reply replyTo(assay.testkit.endpoint.Behaviour behaviour) {
    try (Asked asked = Asked.of(behaviour)) {
      Reply reply = asked.reply();
      assertThat(asked.endpoint.traffic().problems()).isEmpty();
      return reply;
    }
  }

  @Test
  void aPlainReplyIsKeptWhole() {
    ChatReply said =
        Replies.text("ANSWER: B").usage(new TokenUsage(120, 40, 30, 100)).finishReason("stop");
    Reply reply = replyTo(said);
    assertThat(reply.text()).isEqualTo("ANSWER: B");
    assertThat(reply.reasoning()).isNull();
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    assertThat(reply.usage()).isEqualTo(new Usage(120L, 40L, 30L, 100L));
    assertThat(reply.model()).isEqualTo("bench");
    assertThat(reply.seconds()).isPositive();
    assertThat(reply.cost()).isNull();
    assertThat(reply.recorded()).isNull();
  }

  @Test
  void theBodyIsKeptByteForByte() {
    RawReply raw = Replies.unicode().raw();
    assertThat(replyTo(raw).raw()).isEqualTo(raw.body().text());
    assertThat(replyTo(raw.gzip()).raw()).isEqualTo(raw.body().text());
    assertThat(replyTo(raw.chunked()).raw()).isEqualTo(raw.body().text());
    assertThat(replyTo(raw.untilClose()).raw()).isEqualTo(raw.body().text());
  }

  @Test
  void anyTextArrivesAsItIs() {
    assertThat(replyTo(Replies.templateSyntax()).text())
        .isEqualTo(Replies.templateSyntax().content());
    assertThat(replyTo(Replies.unicode()).text()).isEqualTo(Replies.unicode().content());
    String unpaired = "half \ud83d of a pair";
    assertThat(replyTo(Replies.escaped(unpaired)).text()).isEqualTo(unpaired);
  }

  @Test
  void aLargeReplyIsRead() {
    assertThat(replyTo(Replies.hugeChunked(30_000_000)).text()).hasSize(30_000_000);
  }

  @Test
  void slowIsNotLateWithinTheTimeAllowed() {
    assertThat(replyTo(Replies.trickled("ANSWER: C", 40, Duration.ofMillis(1))).text())
        .isEqualTo("ANSWER: C");
  }

  @Test
  void reasoningIsKeptApart() {
    assertThat(replyTo(Replies.text("B").reasoningContent("I think A")).reasoning())
        .isEqualTo("I think A");
    assertThat(replyTo(Replies.text("B").reasoning("or A")).reasoning()).isEqualTo("or A");
    Reply parts =
        replyTo(
            completion(
                """
                [{"type":"thinking","thinking":[{"type":"text","text":"Is it A? "},\
                {"type":"text","text":"No."}]},{"type":"text","text":"It is "},\
                {"type":"text","text":"B."}]"""));
    assertThat(parts.text()).isEqualTo("It is B.");
    assertThat(parts.reasoning()).isEqualTo("Is it A? No.");
  }

  @Test
  void reasoningThatUsedUpTheTokensLeavesAnEmptyTruncatedReply() {
    Reply reply = replyTo(Replies.reasoningOnly("Let me think"));
    assertThat(reply.text()).isEmpty();
    assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
    assertThat(reply.reasoning()).isEqualTo("Let me think");
  }

  @Test
  void nullContentIsAnEmptyReply() {
    assertThat(replyTo(BadBodies.nullContent()).text()).isEmpty();
  }

  @Test
  void aRefusalIsItsReason() {
    Reply reply = replyTo(Replies.refused("I'm sorry, I can't help with that."));
    assertThat(reply.text()).isEqualTo("I'm sorry, I can't help with that.");
    assertThat(reply.finish()).isEqualTo(FinishReason.REFUSAL);
    Reply part = replyTo(completion("[{\"type\":\"refusal\",\"refusal\":\"I will not.\"}]"));
    assertThat(part.text()).isEqualTo("I will not.");
    assertThat(part.finish()).isEqualTo(FinishReason.REFUSAL);
  }

  @ParameterizedTest
  @CsvSource({
    "stop, STOP",
    "length, LENGTH",
    "content_filter, CONTENT_FILTER",
    "tool_calls, TOOL_CALLS",
    "eos, STOP",
    "max_tokens, LENGTH",
    "end_turn, STOP",
    "STOP, STOP",
    "something, UNKNOWN"
  })
  void finishReasonsAreTold(String said, FinishReason reason) {
    assertThat(replyTo(Replies.text("B").finishReason(said)).finish()).isEqualTo(reason);
  }

  @Test
  void logProbabilitiesAreKeptInOrder() {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    probabilities.put("B", 0.75);
    probabilities.put("A", 0.25);
    Reply reply = replyTo(Replies.choiceOf(probabilities));
    assertThat(reply.logprobs()).hasSize(1);
    assertThat(reply.logprobs().getFirst().token()).isEqualTo("B");
    assertThat(reply.logprobs().getFirst().logprob()).isEqualTo(Math.log(0.75));
    assertThat(reply.logprobs().getFirst().alternatives())
        .extracting(other -> other.token())
        .containsExactly("B", "A");
  }

  @Test
  void whatIsNotSaidIsUnknown() {
    Reply reply = replyTo(RawReply.json(200, "{\"choices\":[{\"message\":{\"content\":\"B\"}}]}"));
    assertThat(reply.usage()).isEqualTo(Usage.UNKNOWN);
    assertThat(reply.finish()).isEqualTo(FinishReason.UNKNOWN);
    assertThat(reply.model()).isNull();
    assertThat(replyTo(Replies.text("B").withoutUsage()).usage()).isEqualTo(Usage.UNKNOWN);
  }

  @Test
  void numbersThatPythonWritesAreRead() {
    Reply reply =
        replyTo(
            RawReply.json(
                200,
                """
                {"choices":[{"message":{"content":"B"},"finish_reason":"stop","logprobs":{"content":[\
                {"token":"B","logprob":-Infinity},{"token":"x","logprob":NaN}]}}],\
                "usage":{"prompt_tokens":1.0,"completion_tokens":-3,"cost":0.0125}}"""));
    assertThat(reply.logprobs()).hasSize(1);
    assertThat(reply.cost()).isEqualTo(0.0125);
    assertThat(reply.usage().completionTokens()).isNull();
  }

  @Test
  void theKeyIsTakenOutOfTheRawBody() {
    Map<String, String> keys = Map.of("ASSAY_KEY_127_0_0_1", "sk-very-secret");
    RawReply echo = Replies.text("your key is sk-very-secret").raw();
    try (Asked asked = Asked.of(Script.always(echo), "", keys)) {
      assertThat(asked.reply().raw()).doesNotContain("sk-very-secret").contains("[key]");
      assertThat(asked.endpoint.traffic().last().headers().all("Authorization"))
          .containsExactly("Bearer sk-very-secret");
      assertThat(asked.model.toString() + asked.model.name() + asked.model.identity())
          .doesNotContain("sk-very-secret");
    }
  }

  @Test
  void paceIsRead() {
    RawReply paced =
        Replies.text("B")
            .raw()
            .header("x-ratelimit-remaining-requests", "59")
            .header("x-ratelimit-remaining-tokens", "0")
            .header("x-ratelimit-reset-requests", "1s")
            .header("x-ratelimit-reset-tokens", "6m0s");
    try (Asked asked = Asked.of(paced)) {
      Answered answered = (Answered) asked.ask();
      assertThat(answered.pace().remainingRequests()).isEqualTo(59);
      assertThat(answered.pace().remainingTokens()).isZero();
      assertThat(answered.pace().reset()).isEqualTo(Duration.ofMinutes(6));
      assertThat(answered.pace().retryAfter()).isNull();
    }
  }

  private static RawReply completion(String content) {
    return RawReply.json(
        200,
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
            + content
            + "},\"finish_reason\":\"stop\"}]}");
  }
}
