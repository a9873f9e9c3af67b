package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.FailureKind;
import assay.testkit.endpoint.BadBodies;
import assay.testkit.endpoint.Behaviour;
import assay.testkit.endpoint.DeadPort;
import assay.testkit.endpoint.Faults;
import assay.testkit.endpoint.RawReply;
import assay.testkit.endpoint.Replies;
import assay.testkit.endpoint.Script;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of an endpoint becomes a failure of its kind, told in words that a person can use. */
class OpenAiModelFaultTest {

  static Stream<Arguments> statedFaults() {
    return Stream.of(
        fault(Faults.serverError(500), FailureKind.SERVER, "HTTP 500: The server had an error"),
        fault(Faults.serverError(503), FailureKind.SERVER, "HTTP 503"),
        fault(Faults.badGatewayPage(), FailureKind.SERVER, "HTTP 502: an HTML page"),
        fault(error(408, "slow"), FailureKind.TIMEOUT, "HTTP 408"),
        fault(error(409, "locked"), FailureKind.SERVER, "HTTP 409"),
        fault(
            Faults.unauthorized(),
            FailureKind.UNUSABLE,
            "HTTP 401, the key of ASSAY_KEY_127_0_0_1"),
        fault(Faults.forbidden(), FailureKind.UNUSABLE, "HTTP 403, the key of ASSAY_KEY_127_0_0_1"),
        fault(
            Faults.modelNotFound("bench"), FailureKind.UNUSABLE, "HTTP 404 for model 'bench': The"),
        fault(
            Faults.error(400, "invalid_request_error", "model_not_found", "no such thing"),
            FailureKind.UNUSABLE,
            "HTTP 400: no such thing"),
        fault(Faults.html(404, "404 Not Found"), FailureKind.UNUSABLE, "an HTML page"),
        fault(
            Faults.unsupportedParameter("seed"),
            FailureKind.REJECTED,
            "HTTP 400: Unsupported parameter: 'seed'"),
        fault(Faults.bodyTooLarge(), FailureKind.REJECTED, "HTTP 413: an HTML page"),
        fault(Faults.contextTooLong(), FailureKind.CONTEXT_TOO_LONG, "maximum context length"),
        fault(
            RawReply.json(
                400,
                """
                {"error":{"code":400,"message":"the request exceeds the available context size","type":\
                "exceed_context_size_error","n_prompt_tokens":9001,"n_ctx":8192}}"""),
            FailureKind.CONTEXT_TOO_LONG,
            "available context size"),
        fault(
            Faults.contentFilteredByAzure(),
            FailureKind.CONTENT_FILTERED,
            "content management policy"),
        fault(
            Faults.contentFiltered(),
            FailureKind.CONTENT_FILTERED,
            "the endpoint's filter withheld the answer"),
        fault(
            Faults.error(429, "insufficient_quota", "insufficient_quota", "You exceeded it."),
            FailureKind.QUOTA_EXHAUSTED,
            "HTTP 429: You exceeded it."),
        fault(
            error(402, "Insufficient Balance"),
            FailureKind.QUOTA_EXHAUSTED,
            "HTTP 402: Insufficient Balance"),
        fault(error(429, "slow down"), FailureKind.RATE_LIMITED, "HTTP 429: slow down"),
        fault(
            Faults.redirect(307, URI.create("https://elsewhere.example/v1/chat?token=s3cret")),
            FailureKind.UNUSABLE,
            "redirects to https://elsewhere.example/v1/chat; redirects are refused"),
        fault(
            BadBodies.errorWithStatus200(),
            FailureKind.SERVER,
            "HTTP 502: Provider returned error"),
        fault(BadBodies.invalidJson(), FailureKind.INVALID_RESPONSE, "not whole JSON (36 bytes)"),
        fault(BadBodies.empty(), FailureKind.INVALID_RESPONSE, "the answer is empty"),
        fault(BadBodies.jsonNull(), FailureKind.INVALID_RESPONSE, "the answer is no object"),
        fault(BadBodies.emptyChoices(), FailureKind.INVALID_RESPONSE, "'choices' are empty"),
        fault(BadBodies.choiceWithoutMessage(), FailureKind.INVALID_RESPONSE, "has no message"),
        fault(BadBodies.wrongTypes(), FailureKind.INVALID_RESPONSE, "has no 'choices'"),
        fault(BadBodies.invalidUtf8(), FailureKind.INVALID_RESPONSE, "not whole JSON"),
        fault(BadBodies.deeplyNested(100_000), FailureKind.INVALID_RESPONSE, "not whole JSON"),
        fault(BadBodies.falseGzip(), FailureKind.INVALID_RESPONSE, "says it is gzip and is not"),
        fault(Faults.html(200, "Please log in"), FailureKind.INVALID_RESPONSE, "a page, not JSON"),
        fault(
            Replies.text("x").raw().header("Content-Encoding", "br"),
            FailureKind.INVALID_RESPONSE,
            "packed in a way that was not asked for"));
  }

  private static Arguments fault(Behaviour behaviour, FailureKind kind, String message) {
    return Arguments.of(behaviour, kind, message);
  }

  private static RawReply error(int status, String message) {
    return Faults.error(status, "some_error", "some_code", message);
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("statedFaults")
  void aStatedFaultHasItsKind(Behaviour behaviour, FailureKind kind, String message) {
    Map<String, String> keys = Map.of("ASSAY_KEY_127_0_0_1", "sk-abcdef");
    try (Asked asked = Asked.of(Script.always(behaviour), "", keys)) {
      Failed failed = asked.failure();
      assertThat(failed.kind()).as(failed.message()).isEqualTo(kind);
      assertThat(failed.message()).contains(message).doesNotContain("sk-").hasSizeLessThan(400);
      assertThat(failed.attempts()).isEqualTo(1);
      assertThat(asked.endpoint.traffic().counters().requests()).isEqualTo(1);
      assertThat(asked.endpoint.traffic().problems()).isEmpty();
    }
  }

  static Stream<Arguments> brokenConnections() {
    return Stream.of(
        fault(Faults.reset(), FailureKind.NETWORK, "reset"),
        fault(Faults.resetAfterHead(), FailureKind.NETWORK, "reset"),
        fault(Faults.resetMidBody(), FailureKind.NETWORK, "reset"),
        fault(Faults.closed(), FailureKind.NETWORK, "closed before an answer"),
        fault(Faults.truncatedBody(), FailureKind.NETWORK, "closed in the middle of the answer"),
        fault(Faults.truncatedChunks(), FailureKind.NETWORK, "chunks are broken off"),
        fault(Faults.notHttp(), FailureKind.INVALID_RESPONSE, "the answer is not HTTP"),
        fault(Faults.hang(), FailureKind.TIMEOUT, "no whole answer within 300 ms"),
        fault(Faults.hangAfterHead(), FailureKind.TIMEOUT, "no whole answer within 300 ms"),
        fault(
            Replies.trickled("ANSWER: A", 1, Duration.ofMillis(20)),
            FailureKind.TIMEOUT,
            "no whole answer within 300 ms"),
        fault(Replies.hugeChunked(80_000_000), FailureKind.INVALID_RESPONSE, "larger than 64 MiB"),
        fault(BadBodies.gzipBomb(80_000_000), FailureKind.INVALID_RESPONSE, "larger than 64 MiB"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("brokenConnections")
  void aBrokenConnectionHasItsKind(Behaviour behaviour, FailureKind kind, String message) {
    String timeout = kind == FailureKind.TIMEOUT ? ",timeout=0.3" : "";
    try (Asked asked = Asked.of(behaviour, timeout)) {
      Failed failed = asked.failure();
      assertThat(failed.kind()).as(failed.message()).isEqualTo(kind);
      assertThat(failed.message()).startsWith("http://127.0.0.1:").contains(message);
      asked.endpoint.traffic().awaitIdle();
      assertThat(asked.endpoint.traffic().counters().requests()).isEqualTo(1);
    }
  }

  @Test
  void aRefusedConnectionIsOfTheNetwork() {
    try (DeadPort port = new DeadPort();
        OpenAiModel model = Asked.open(port.baseUri(), "", Map.of(), new MemoryStore())) {
      assertThat(Asked.ask(model, Asked.question()))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.kind()).isEqualTo(FailureKind.NETWORK);
                assertThat(failed.message()).endsWith("the connection was refused");
              });
    }
  }

  @Test
  void anEndpointThatDoesNotSpeakTlsIsUnusable() {
    try (Asked asked = Asked.of(Replies.text("ANSWER: A"))) {
      URI tls = URI.create("https://127.0.0.1:" + asked.endpoint.port() + "/v1");
      try (OpenAiModel model = Asked.open(tls, "", Map.of(), asked.store)) {
        Attempt attempt = Asked.ask(model, Asked.question());
        assertThat(attempt).isInstanceOf(Failed.class);
        assertThat(((Failed) attempt).kind()).isEqualTo(FailureKind.UNUSABLE);
        assertThat(((Failed) attempt).message()).contains("does not speak TLS");
      }
    }
  }

  @Test
  void aStaleConnectionFailsOnceAndIsReplaced() {
    try (Asked asked = Asked.of(Faults.closedAfter(Replies.text("ANSWER: A")))) {
      for (int i = 0; i < 20; i++) {
        Attempt attempt = asked.ask();
        if (attempt instanceof Failed failed) {
          assertThat(failed.kind()).as(failed.message()).isEqualTo(FailureKind.NETWORK);
        }
      }
      asked.endpoint.script(Script.always(Replies.text("ANSWER: B")));
      List<Attempt> attempts = List.of(asked.ask(), asked.ask(), asked.ask());
      assertThat(attempts.getLast()).isInstanceOf(Attempt.Answered.class);
    }
  }

  @Test
  void whatAnErrorQuotesOfTheRequestIsTakenOut() {
    Behaviour echo =
        RawReply.json(
            422,
            "{\"error\":{\"message\":\"bad input at messages[0]: 'Which vessel is occluded in Mrs"
                + " Kowalczyk,\\\\n born 1948-02-29?' is not allowed\"}}");
    try (Asked asked = Asked.of(echo)) {
      assertThat(asked.failure().message())
          .contains("HTTP 422: bad input at messages[0]: '…?' is not allowed")
          .doesNotContain("Kowalczyk", "1948");
    }
  }
}
