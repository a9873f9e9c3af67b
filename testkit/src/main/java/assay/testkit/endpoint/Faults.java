package assay.testkit.endpoint;

import assay.testkit.endpoint.Behaviour.Cut;
import assay.testkit.endpoint.Behaviour.CutPoint;
import assay.testkit.endpoint.Behaviour.Ending;
import assay.testkit.endpoint.Behaviour.Hang;
import assay.testkit.endpoint.Behaviour.HangAfterHead;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Faults of servers and networks. Refusals of a quota are {@link RateLimits}, well-formed HTTP with
 * a wrong body {@link BadBodies}.
 */
public final class Faults {
  private static final ChatReply LOST = ChatReply.of("ANSWER: A (this reply must never count)");

  private Faults() {}

  // errors that the server states

  /** An error in the protocol's form, as JSON. */
  public static RawReply error(int status, String type, String code, String message) {
    var root = ChatRendering.JSON.createObjectNode();
    root.putObject("error")
        .put("message", message)
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return RawReply.json(status, root.toString());
  }

  /** 500, 502, 503, 504, 529… in the protocol's form. */
  public static RawReply serverError(int status) {
    return error(
        status, "server_error", "server_error", "The server had an error (" + status + ").");
  }

  /** 502 as a proxy in front of the model says it: a page in HTML. */
  public static RawReply badGatewayPage() {
    return html(502, "502 Bad Gateway");
  }

  /** 503 that says when to come back, in seconds. */
  public static RawReply overloaded(long retryAfterSeconds) {
    return serverError(503).header("Retry-After", Long.toString(retryAfterSeconds));
  }

  /** A page in HTML with that status; with 200 it is a captive portal or a wrong base URL. */
  public static RawReply html(int status, String title) {
    return new RawReply(
        status,
        Headers.none().with("Content-Type", "text/html; charset=utf-8"),
        Payload.utf8(
            "<!DOCTYPE html><html><head><title>"
                + title
                + "</title></head><body><h1>"
                + title
                + "</h1></body></html>\n"),
        Framing.LENGTH);
  }

  /** 401, the key is wrong. The message quotes part of a key, as real ones do. */
  public static RawReply unauthorized() {
    return error(
        401,
        "invalid_request_error",
        "invalid_api_key",
        "Incorrect API key provided: sk-abc***xyz. You can find your API key in your account.");
  }

  /** 403, the key is right and not allowed to. */
  public static RawReply forbidden() {
    return error(
        403,
        "invalid_request_error",
        "unsupported_country_region_territory",
        "Country, region, or territory not supported");
  }

  /** 404, no such model. */
  public static RawReply modelNotFound(String model) {
    return error(
        404,
        "invalid_request_error",
        "model_not_found",
        "The model `" + model + "` does not exist or you do not have access to it.");
  }

  /** 400, one parameter is not accepted. */
  public static RawReply unsupportedParameter(String parameter) {
    return error(
        400,
        "invalid_request_error",
        "unsupported_parameter",
        "Unsupported parameter: '" + parameter + "' is not supported with this model.");
  }

  /** 400, the prompt is longer than the model's context. */
  public static RawReply contextTooLong() {
    return error(
        400,
        "invalid_request_error",
        "context_length_exceeded",
        "This model's maximum context length is 8192 tokens. However, your messages resulted in"
            + " 9001 tokens. Please reduce the length of the messages.");
  }

  /** 413, the body is larger than a proxy lets through. */
  public static RawReply bodyTooLarge() {
    return html(413, "413 Request Entity Too Large");
  }

  /** 200 with finish reason {@code content_filter} and no text: the reply was filtered. */
  public static ChatReply contentFiltered() {
    return ChatReply.of(null).finishReason("content_filter");
  }

  /** 400 as Azure says that the prompt was filtered. */
  public static RawReply contentFilteredByAzure() {
    return RawReply.json(
        400,
        """
        {"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's \
        content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,\
        "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"self_harm":\
        {"filtered":true,"severity":"high"},"violence":{"filtered":false,"severity":"safe"}}}}}""");
  }

  /** A redirect with that status, 301, 302, 303, 307 or 308. */
  public static RawReply redirect(int status, URI to) {
    return new RawReply(
        status, Headers.none().with("Location", to.toString()), Payload.empty(), Framing.LENGTH);
  }

  // connections that break

  /** Reset before a byte of the reply. */
  public static Behaviour reset() {
    return new Cut(LOST, CutPoint.BEFORE_HEAD, Ending.RESET);
  }

  /** Reset after the headers. */
  public static Behaviour resetAfterHead() {
    return new Cut(LOST, CutPoint.AFTER_HEAD, Ending.RESET);
  }

  /** Reset in the middle of the body. */
  public static Behaviour resetMidBody() {
    return new Cut(LOST, CutPoint.MID_BODY, Ending.RESET);
  }

  /** Closed in order, without a byte of the reply. */
  public static Behaviour closed() {
    return new Cut(LOST, CutPoint.BEFORE_HEAD, Ending.CLOSE);
  }

  /** JSON that breaks off: half the body that {@code Content-Length} promises, then the end. */
  public static Behaviour truncatedBody() {
    return new Cut(LOST, CutPoint.MID_BODY, Ending.CLOSE);
  }

  /** Chunks that break off: no last chunk. */
  public static Behaviour truncatedChunks() {
    return new Cut(LOST.raw().chunked(), CutPoint.MID_BODY, Ending.CLOSE);
  }

  /** A whole reply that promises keep-alive, and then the connection ends. */
  public static Behaviour closedAfter(Behaviour reply) {
    return new Cut(reply, CutPoint.AFTER_BODY, Ending.CLOSE);
  }

  /** Never answers. */
  public static Behaviour hang() {
    return new Hang();
  }

  /** Sends headers and never a body. */
  public static Behaviour hangAfterHead() {
    return new HangAfterHead(LOST);
  }

  /** Bytes that are no HTTP, such as a mail server's greeting; then the end. */
  public static Behaviour notHttp() {
    return new Behaviour.Bytes(
        Payload.of("220 mail.example.org ESMTP ready\r\n".getBytes(StandardCharsets.US_ASCII)));
  }
}
