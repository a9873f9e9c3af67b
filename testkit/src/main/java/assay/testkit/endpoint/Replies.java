package assay.testkit.endpoint;

import assay.testkit.endpoint.Behaviour.Huge;
import assay.testkit.endpoint.Behaviour.Trickle;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Map;

/** Replies that a client must read: all are well-formed HTTP and valid chat completions. */
public final class Replies {
  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Replies() {}

  /**
   * The text, stopped by itself; {@link ChatReply} has methods to add reasoning, usage and more.
   */
  public static ChatReply text(String content) {
    return ChatReply.of(content);
  }

  /** The text, cut off by the token limit: finish reason {@code length}. */
  public static ChatReply truncated(String content) {
    return ChatReply.of(content).finishReason("length");
  }

  /** No content but a {@code refusal}. */
  public static ChatReply refused(String why) {
    return ChatReply.of(null).refusal(why);
  }

  /** Reasoning that used up the token limit before a first word of the answer: empty content. */
  public static ChatReply reasoningOnly(String reasoning) {
    return ChatReply.of("").reasoningContent(reasoning).finishReason("length");
  }

  /** A one-token reply whose first token has these probabilities. */
  public static ChatReply choiceOf(Map<String, Double> probabilities) {
    TokenLogprob token = TokenLogprob.of(probabilities);
    return ChatReply.of(token.token()).logprobs(token);
  }

  /** Text of four-byte characters, right-to-left script, combining marks and quotes. */
  public static ChatReply unicode() {
    return ChatReply.of(
        "𝐀𝐧𝐬𝐰𝐞𝐫: 🫁 “الجواب” \u202e(B)\u202c e\u0301 \u00a0\u3000 日本語 \"\\\n\t👩🏽‍⚕️");
  }

  /** Text in the syntax of template engines, shells, SQL and HTML, which nobody may evaluate. */
  public static ChatReply templateSyntax() {
    return ChatReply.of(
        "${7*7} {{7*7}} <%= 7*7 %> #{7*7} {question} %s %n $(id) `id` @{x} [[x]] "
            + "'; DROP TABLE reply; -- <script>alert(1)</script> {{constructor.constructor('x')()}}");
  }

  /**
   * The text with every character beyond ASCII as a JSON escape: also unpaired surrogates arrive.
   */
  public static RawReply escaped(String content) {
    String plain = ChatReply.of("@").raw().body().text();
    try {
      return RawReply.json(200, plain.replace("\"@\"", ESCAPING.writeValueAsString(content)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }

  /** A valid reply that comes slowly, head and all. */
  public static Behaviour trickled(String content, int piece, Duration pause) {
    return new Trickle(ChatReply.of(content), piece, pause);
  }

  /** A valid reply whose content has that many characters; with a length. */
  public static Behaviour huge(long characters) {
    return new Huge(characters, Framing.LENGTH);
  }

  /** A valid reply whose content has that many characters; in chunks, so that no length warns. */
  public static Behaviour hugeChunked(long characters) {
    return new Huge(characters, Framing.CHUNKED);
  }
}
