package assay.testkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client sees of each fault. */
@Timeout(60)
class FaultsTest {
  private static final String QUESTION = RawClient.question("q");

  @Test
  void errorsCarryStatusTypeCodeAndMessage() throws IOException {
    expectError(Faults.serverError(500), 500, "server_error");
    expectError(Faults.serverError(503), 503, "server_error");
    expectError(Faults.unauthorized(), 401, "invalid_api_key");
    expectError(Faults.forbidden(), 403, "unsupported_country_region_territory");
    expectError(Faults.modelNotFound("gpt-0"), 404, "model_not_found");
    expectError(Faults.unsupportedParameter("seed"), 400, "unsupported_parameter");
    expectError(Faults.contextTooLong(), 400, "context_length_exceeded");
    expectError(Faults.contentFilteredByAzure(), 400, "content_filter");
    expectError(RateLimits.slowDown(), 429, "rate_limit_exceeded");
    expectError(RateLimits.insufficientQuota(), 429, "insufficient_quota");
    expectError(RateLimits.dailyQuota(Duration.ofHours(9)), 429, "rate_limit_exceeded");
  }

  @Test
  void otherServersStateErrorsInOtherForms() throws IOException {
    expectForm(Dialects.contextTooLongByOldVllm(), 400, "/code", "400");
    expectForm(Dialects.contextTooLongByVllm(), 400, "/error/param", "\"input_tokens\"");
    expectForm(
        Dialects.contextTooLongByLlamaCpp(), 400, "/error/type", "\"exceed_context_size_error\"");
    expectForm(Dialects.modelNotFoundByOllama("m"), 404, "/error/code", "null");
    expectForm(Dialects.errorAsString(500, "no \"luck\""), 500, "/error", "\"no \\\"luck\\\"\"");
    expectForm(Dialects.errorAsDetail(404, "Not Found"), 404, "/detail", "\"Not Found\"");
    expectForm(Dialects.slowDownByAzure(45), 429, "/error/code", "\"429\"");
    expectForm(Dialects.insufficientBalance(), 402, "/error/message", "\"Insufficient Balance\"");
    expectForm(Dialects.overloadedByAnthropic(), 529, "/error/type", "\"overloaded_error\"");
    assertThat(headers(Dialects.slowDownByAzure(45))).containsEntry("Retry-After", "45");
  }

  @Test
  void rateLimitsSayWhenToComeBackInEveryForm() throws IOException {
    assertThat(headers(RateLimits.slowDown())).doesNotContainKey("Retry-After");
    assertThat(headers(RateLimits.retryAfter(7))).containsEntry("Retry-After", "7");
    assertThat(headers(RateLimits.retryAt(Instant.parse("1994-11-06T08:49:37.9Z"))))
        .containsEntry("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT");
    assertThat(headers(RateLimits.retryAfterMillis(1500)))
        .containsEntry("retry-after-ms", "1500")
        .containsEntry("Retry-After", "2");
    assertThat(headers(RateLimits.requestsUsedUp(60, Duration.ofMillis(90_500))))
        .containsEntry("x-ratelimit-limit-requests", "60")
        .containsEntry("x-ratelimit-remaining-requests", "0")
        .containsEntry("x-ratelimit-reset-requests", "1m30.500s");
    assertThat(headers(RateLimits.tokensUsedUp(9000, Duration.ofMillis(20))))
        .containsEntry("x-ratelimit-limit-tokens", "9000")
        .containsEntry("x-ratelimit-remaining-tokens", "0")
        .containsEntry("x-ratelimit-reset-tokens", "20ms");
    assertThat(headers(RateLimits.dailyQuota(Duration.ofHours(24))))
        .containsEntry("Retry-After", "86400")
        .containsEntry("x-ratelimit-reset-requests", "24h0m0s");
    assertThat(headers(RateLimits.insufficientQuota())).doesNotContainKey("Retry-After");
    assertThat(
            headers(RateLimits.withLimits(Replies.text("x").raw(), 60, 3, Duration.ofSeconds(1))))
        .containsEntry("x-ratelimit-remaining-requests", "3")
        .containsEntry("x-ratelimit-reset-requests", "1s");
  }

  @Test
  void pagesAndRedirectsAreWhatTheySay() throws IOException {
    RawClient.Reply page = reply(Faults.badGatewayPage());
    assertThat(page.status()).isEqualTo(502);
    assertThat(page.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
    assertThat(page.text()).startsWith("<!DOCTYPE html>").contains("502 Bad Gateway");
    assertThat(reply(Faults.bodyTooLarge()).status()).isEqualTo(413);
    RawClient.Reply moved = reply(Faults.redirect(307, URI.create("http://127.0.0.2:9/v1")));
    assertThat(moved.status()).isEqualTo(307);
    assertThat(moved.headers()).containsEntry("Location", "http://127.0.0.2:9/v1");
    assertThat(headers(Faults.overloaded(3))).containsEntry("Retry-After", "3");
  }

  @Test
  void bodiesAreBadInTheirWays() throws IOException {
    assertThatThrownBy(() -> json(BadBodies.invalidJson()))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("Unexpected end-of-input");
    assertThat(reply(BadBodies.empty()).body()).isEmpty();
    assertThat(json(BadBodies.jsonNull()).isNull()).isTrue();
    assertThat(json(BadBodies.emptyChoices()).path("choices").isEmpty()).isTrue();
    assertThat(json(BadBodies.choiceWithoutMessage()).path("choices").path(0).has("message"))
        .isFalse();
    assertThat(json(BadBodies.wrongTypes()).path("choices").isObject()).isTrue();
    JsonNode silent = json(BadBodies.nullContent()).path("choices").path(0);
    assertThat(silent.path("message").path("content").isNull()).isTrue();
    assertThat(silent.path("finish_reason").asText()).isEqualTo("stop");
    JsonNode filtered = json(Faults.contentFiltered()).path("choices").path(0);
    assertThat(filtered.path("finish_reason").asText()).isEqualTo("content_filter");
    RawClient.Reply error = reply(BadBodies.errorWithStatus200());
    assertThat(error.status()).isEqualTo(200);
    assertThat(error.text()).contains("\"error\"");
    assertThat(reply(BadBodies.deeplyNested(2000)).text()).hasSize(4000).startsWith("[[[");
  }

  @Test
  void bytesThatAreNoUtf8AndGzipThatIsNone() throws IOException {
    byte[] body = reply(BadBodies.invalidUtf8()).body();
    assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)))
        .isInstanceOf(CharacterCodingException.class);
    RawClient.Reply reply = reply(BadBodies.falseGzip());
    assertThat(reply.headers()).containsEntry("Content-Encoding", "gzip");
    assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(reply.body())))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void aGzipBombIsSmallOnTheWireAndValid() throws IOException {
    RawClient.Reply reply = reply(BadBodies.gzipBomb(5_000_000));
    assertThat(reply.body().length).isLessThan(20_000);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      JsonNode json = ChatRendering.JSON.readTree(in);
      String content = json.path("choices").path(0).path("message").path("content").asText();
      assertThat(content.length()).isEqualTo(5_000_000);
    }
  }

  @Test
  void aResetIsAResetWhereverItComes() throws IOException {
    try (var endpoint =
        LoopbackEndpoint.start(
            Script.inOrder(Faults.reset(), Faults.resetAfterHead(), Faults.resetMidBody()))) {
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        assertThatThrownBy(client::line)
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("reset");
      }
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
        while (!client.line().isEmpty()) {
          // the head, whole
        }
        assertThatThrownBy(() -> client.in().read()).isInstanceOf(SocketException.class);
      }
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        assertThatThrownBy(client::reply).isInstanceOf(SocketException.class);
      }
      assertThat(endpoint.traffic().counters())
          .extracting(Counters::requests, Counters::replies, Counters::cut, Counters::inFlight)
          .containsExactly(3L, 0L, 3L, 0L);
    }
  }

  @Test
  void aResetAfterAWaitIsAResetToo() throws IOException {
    var gate = new Gate();
    try (var endpoint = LoopbackEndpoint.start(Faults.reset().behind(gate));
        var client = new RawClient(endpoint.baseUri())) {
      client.post(QUESTION);
      endpoint.traffic().awaitInFlight(1);
      gate.open();
      assertThatThrownBy(client::line)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void aClosedConnectionEndsInOrder() throws IOException {
    try (var endpoint =
        LoopbackEndpoint.start(
            Script.inOrder(Faults.closed(), Faults.truncatedBody(), Faults.truncatedChunks()))) {
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        assertThat(client.in().read()).isEqualTo(-1);
      }
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        assertThatThrownBy(client::reply).hasMessageMatching("ended after \\d+ of \\d+");
      }
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        String all = new String(client.in().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(all).contains("Transfer-Encoding: chunked").doesNotContain("\r\n0\r\n");
      }
    }
  }

  @Test
  void aStaleConnectionPromisesKeepAliveAndEnds() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(Faults.closedAfter(Replies.text("ANSWER: C")));
        var client = new RawClient(endpoint.baseUri())) {
      RawClient.Reply reply = client.ask(QUESTION);
      assertThat(reply.text()).contains("ANSWER: C");
      assertThat(reply.headers()).containsEntry("Connection", "keep-alive");
      assertThat(client.in().read()).isEqualTo(-1);
      assertThat(endpoint.traffic().counters().replies()).isEqualTo(1);
    }
  }

  @Test
  void aHangLastsUntilTheClientLeaves() throws IOException {
    try (var endpoint =
        LoopbackEndpoint.start(Script.inOrder(Faults.hang(), Faults.hangAfterHead()))) {
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        endpoint.traffic().awaitInFlight(1);
        assertThat(client.in().available()).isZero();
      }
      endpoint.traffic().awaitAbandoned(1);
      try (var client = new RawClient(endpoint.baseUri())) {
        client.post(QUESTION);
        assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
        while (!client.line().isEmpty()) {
          // the head, whole
        }
        assertThat(endpoint.traffic().counters().inFlight()).isEqualTo(1);
        assertThat(client.in().available()).isZero();
      }
      endpoint.traffic().awaitAbandoned(2);
      endpoint.traffic().awaitIdle();
    }
  }

  @Test
  void whatIsNoHttpIsNoHttp() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(Faults.notHttp());
        var client = new RawClient(endpoint.baseUri())) {
      client.post(QUESTION);
      assertThat(new String(client.in().readAllBytes(), StandardCharsets.US_ASCII))
          .isEqualTo("220 mail.example.org ESMTP ready\r\n");
    }
  }

  @Test
  void aDeadPortRefuses() {
    try (var dead = new DeadPort()) {
      URI base = dead.baseUri();
      assertThatThrownBy(() -> new Socket(base.getHost(), base.getPort()).close())
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("refused");
    }
  }

  @Test
  void onlyWholeRepliesCanBeCut() {
    assertThatThrownBy(() -> Faults.closedAfter(Faults.hang()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only a chat or raw reply can be cut: Hang[]");
  }

  private static void expectError(Behaviour fault, int status, String code) throws IOException {
    RawClient.Reply reply = reply(fault);
    assertThat(reply.status()).isEqualTo(status);
    JsonNode error = ChatRendering.JSON.readTree(reply.body()).path("error");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("message").asText()).isNotBlank();
  }

  private static void expectForm(Behaviour fault, int status, String pointer, String json)
      throws IOException {
    RawClient.Reply reply = reply(fault);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(ChatRendering.JSON.readTree(reply.body()).at(pointer)).hasToString(json);
  }

  private static Map<String, String> headers(Behaviour fault) throws IOException {
    return reply(fault).headers();
  }

  private static JsonNode json(Behaviour fault) throws IOException {
    return ChatRendering.JSON.readTree(reply(fault).body());
  }

  private static RawClient.Reply reply(Behaviour fault) throws IOException {
    try (var endpoint = LoopbackEndpoint.start(fault)) {
      return RawClient.once(endpoint, QUESTION);
    }
  }
}
