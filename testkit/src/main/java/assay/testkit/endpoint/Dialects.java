package assay.testkit.endpoint;

/**
 * The same errors as servers other than OpenAI's state them: other fields, other types of {@code
 * code}, other words. Forms as seen with the versions named; the sentences are ours.
 */
public final class Dialects {
  private Dialects() {}

  /**
   * 400, the prompt is too long, by vLLM up to 0.10: the error is the body, {@code code} a number.
   */
  public static RawReply contextTooLongByOldVllm() {
    return RawReply.json(
        400,
        """
        {"object":"error","message":"This model's maximum context length is 1024 tokens. However, \
        you requested 1500 tokens (1400 in the messages, 100 in the completion).",\
        "type":"BadRequestError","param":null,"code":400}""");
  }

  /** 400, the prompt is too long, by vLLM from 0.16. */
  public static RawReply contextTooLongByVllm() {
    return RawReply.json(
        400,
        """
        {"error":{"message":"You passed 1400 input tokens and requested 100 output tokens. However, \
        the model's context length is only 1024 tokens.","type":"BadRequestError",\
        "param":"input_tokens","code":400}}""");
  }

  /** 400, the prompt is too long, by llama.cpp's server from September 2025. */
  public static RawReply contextTooLongByLlamaCpp() {
    return RawReply.json(
        400,
        """
        {"error":{"code":400,"message":"the request exceeds the available context size",\
        "type":"exceed_context_size_error","n_prompt_tokens":1400,"n_ctx":1024}}""");
  }

  /** 404, no such model, by Ollama: {@code code} is null. */
  public static RawReply modelNotFoundByOllama(String model) {
    var root = ChatRendering.JSON.createObjectNode();
    root.putObject("error")
        .put("message", "model '" + model + "' not found, try pulling it first")
        .put("type", "api_error")
        .putNull("param")
        .putNull("code");
    return RawReply.json(404, root.toString());
  }

  /** An error whose {@code error} is a plain string. */
  public static RawReply errorAsString(int status, String message) {
    return RawReply.json(
        status, ChatRendering.JSON.createObjectNode().put("error", message).toString());
  }

  /** An error of FastAPI, on which many servers stand: {@code detail} and no {@code error}. */
  public static RawReply errorAsDetail(int status, String message) {
    return RawReply.json(
        status, ChatRendering.JSON.createObjectNode().put("detail", message).toString());
  }

  /**
   * 429 by Azure: {@code code} is the status as a string, the wait is in the text and the header.
   */
  public static RawReply slowDownByAzure(long seconds) {
    return RawReply.json(
            429,
            "{\"error\":{\"code\":\"429\",\"message\":\"Requests to the ChatCompletions_Create"
                + " operation have exceeded the token rate limit of your tier. Please retry after "
                + seconds
                + " seconds.\"}}")
        .header("Retry-After", Long.toString(seconds));
  }

  /** 402, the account is empty, as DeepSeek and OpenRouter say it. */
  public static RawReply insufficientBalance() {
    return Faults.error(402, "unknown_error", "invalid_request_error", "Insufficient Balance");
  }

  /** 529, overloaded, as Anthropic says it. */
  public static RawReply overloadedByAnthropic() {
    return RawReply.json(
        529,
        """
        {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""");
  }
}
