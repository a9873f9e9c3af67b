package assay.testkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client sees of the good replies. */
@Timeout(60)
class RepliesTest {

  @Test
  void aTextIsAChatCompletionWithUsageByLength() throws IOException {
    JsonNode reply = json(Replies.text("ANSWER: B"));

    assertThat(reply.path("object").asText()).isEqualTo("chat.completion");
    assertThat(reply.path("id").asText()).isEqualTo("chatcmpl-1");
    assertThat(reply.path("model").asText()).isEqualTo("m");
    JsonNode choice = reply.path("choices").path(0);
    assertThat(choice.path("message").path("role").asText()).isEqualTo("assistant");
    assertThat(choice.path("message").path("content").asText()).isEqualTo("ANSWER: B");
    assertThat(choice.path("message").has("refusal")).isFalse();
    assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    assertThat(choice.path("logprobs").isNull()).isTrue();
    int prompt = RawClient.question("q").length();
    assertThat(reply.path("usage").path("prompt_tokens").asInt()).isEqualTo((prompt + 3) / 4);
    assertThat(reply.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
    assertThat(reply.path("usage").path("total_tokens").asInt()).isEqualTo((prompt + 3) / 4 + 3);
  }

  @Test
  void everyFieldOfAReplyArrives() throws IOException {
    JsonNode reply =
        json(
            Replies.truncated("so far")
                .reasoningContent("first")
                .reasoning("second")
                .refusal("third")
                .usage(new TokenUsage(11, 7, 5, 3)));

    JsonNode message = reply.path("choices").path(0).path("message");
    assertThat(message.path("reasoning_content").asText()).isEqualTo("first");
    assertThat(message.path("reasoning").asText()).isEqualTo("second");
    assertThat(message.path("refusal").asText()).isEqualTo("third");
    assertThat(reply.path("choices").path(0).path("finish_reason").asText()).isEqualTo("length");
    JsonNode usage = reply.path("usage");
    assertThat(usage.path("total_tokens").asInt()).isEqualTo(18);
    assertThat(usage.path("completion_tokens_details").path("reasoning_tokens").asInt())
        .isEqualTo(5);
    assertThat(usage.path("prompt_tokens_details").path("cached_tokens").asInt()).isEqualTo(3);
  }

  @Test
  void usageAndContentMayBeMissing() throws IOException {
    assertThat(json(Replies.text("x").withoutUsage()).has("usage")).isFalse();
    JsonNode refused = json(Replies.refused("I can't help with that."));
    JsonNode message = refused.path("choices").path(0).path("message");
    assertThat(message.path("content").isNull()).isTrue();
    assertThat(message.path("refusal").asText()).isEqualTo("I can't help with that.");
    JsonNode only = json(Replies.reasoningOnly("hm")).path("choices").path(0);
    assertThat(only.path("message").path("content").asText("none")).isEmpty();
    assertThat(only.path("message").path("reasoning_content").asText()).isEqualTo("hm");
    assertThat(only.path("finish_reason").asText()).isEqualTo("length");
  }

  @Test
  void logprobsGiveTheLikeliestTokenAndTheOthersInOrder() throws IOException {
    JsonNode reply = json(Replies.choiceOf(Map.of("A", 0.125, "é", 0.5, "C", 0.25)));

    assertThat(reply.path("choices").path(0).path("message").path("content").asText())
        .isEqualTo("é");
    JsonNode token = reply.path("choices").path(0).path("logprobs").path("content").path(0);
    assertThat(token.path("logprob").asDouble()).isCloseTo(Math.log(0.5), within(1e-15));
    assertThat(token.path("bytes").toString()).isEqualTo("[195,169]");
    assertThat(token.path("top_logprobs").findValuesAsText("token")).containsExactly("é", "C", "A");
  }

  @Test
  void unicodeAndTemplateSyntaxArriveAsTheyAre() throws IOException {
    assertThat(json(Replies.unicode()).path("choices").path(0).path("message").path("content"))
        .hasToString(ChatRendering.JSON.writeValueAsString(Replies.unicode().content()));
    assertThat(json(Replies.unicode()).toString()).contains("🫁", "\u202e", "日本語");
    assertThat(json(Replies.templateSyntax()).toString()).contains("{{7*7}}", "${7*7}");
  }

  @Test
  void anUnpairedSurrogateArrivesAsAnEscape() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(Replies.escaped("A\ud83e 🫁"))) {
      String body = RawClient.once(endpoint, RawClient.question("q")).text();
      assertThat(body).contains("\"A\\uD83E \\uD83E\\uDEC1\"");
    }
  }

  @Test
  void gzipChunksAndNoLengthGiveTheSameBody() throws IOException {
    RawReply plain = Replies.text("ANSWER: 🫁").raw();
    try (var endpoint =
        LoopbackEndpoint.start(
            Script.inOrder(plain, plain.chunked(), plain.untilClose(), plain.gzip()))) {
      String expected = plain.body().text();
      for (int i = 0; i < 3; i++) {
        RawClient.Reply reply = RawClient.once(endpoint, RawClient.question("q"));
        assertThat(reply.text()).isEqualTo(expected);
        assertThat(reply.headers().containsKey("Content-Length")).isEqualTo(i == 0);
      }
      RawClient.Reply packed = RawClient.once(endpoint, RawClient.question("q"));
      assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
      try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(expected);
      }
    }
  }

  @Test
  void aTrickledReplyArrivesWholeAndTheConnectionLives() throws IOException {
    try (var endpoint =
            LoopbackEndpoint.start(Replies.trickled("ANSWER: A", 40, Duration.ofMillis(1)));
        var client = new RawClient(endpoint.baseUri())) {
      assertThat(client.ask(RawClient.question("q")).text()).contains("ANSWER: A");
      assertThat(client.ask(RawClient.question("q")).text()).contains("ANSWER: A");
    }
  }

  @Test
  void aHugeReplyIsAsLongAsAskedForAndValid() throws IOException {
    for (Behaviour huge : List.of(Replies.huge(3_000_000), Replies.hugeChunked(3_000_000))) {
      String content = json(huge).path("choices").path(0).path("message").path("content").asText();
      assertThat(content.length()).isEqualTo(3_000_000);
      assertThat(content.chars().allMatch(c -> c == 'x')).isTrue();
    }
  }

  @Test
  void aStreamIsSentWhereItIsAskedFor() throws IOException {
    String body =
        "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]}";
    try (var endpoint = LoopbackEndpoint.start(Replies.text("ANSWER: D").usage(2, 3))) {
      RawClient.Reply reply = RawClient.once(endpoint, body);
      assertThat(reply.headers()).containsEntry("Content-Type", "text/event-stream");
      assertThat(reply.text().split("\n\n"))
          .hasSize(4)
          .satisfies(
              events -> {
                assertThat(events[0]).startsWith("data: {").contains("\"content\":\"ANSWER: D\"");
                assertThat(events[1]).contains("\"finish_reason\":\"stop\"");
                assertThat(events[2]).contains("\"choices\":[]", "\"total_tokens\":5");
                assertThat(events[3]).isEqualTo("data: [DONE]");
              });
    }
  }

  private static JsonNode json(Behaviour behaviour) throws IOException {
    try (var endpoint = LoopbackEndpoint.start(behaviour)) {
      RawClient.Reply reply = RawClient.once(endpoint, RawClient.question("q"));
      assertThat(reply.status()).isEqualTo(200);
      return ChatRendering.JSON.readTree(reply.body());
    }
  }
}
