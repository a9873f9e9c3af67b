package assay.testkit.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Replies with status 200 whose body is not what the protocol promises. */
public final class BadBodies {
  private BadBodies() {}

  /** JSON that ends in the middle, under a length that is right. */
  public static RawReply invalidJson() {
    return RawReply.json(200, "{\"id\":\"chatcmpl-0\",\"choices\":[{\"mess");
  }

  /** No byte at all. */
  public static RawReply empty() {
    return RawReply.json(200, "");
  }

  /** {@code null}. */
  public static RawReply jsonNull() {
    return RawReply.json(200, "null");
  }

  /** A completion without a choice. */
  public static RawReply emptyChoices() {
    return RawReply.json(
        200,
        """
        {"id":"chatcmpl-0","object":"chat.completion","created":1700000000,"model":"bench",\
        "choices":[],"usage":{"prompt_tokens":7,"completion_tokens":0,"total_tokens":7}}""");
  }

  /** A completion whose choice has no message. */
  public static RawReply choiceWithoutMessage() {
    return RawReply.json(
        200,
        """
        {"id":"chatcmpl-0","object":"chat.completion","created":1700000000,"model":"bench",\
        "choices":[{"index":0,"finish_reason":"stop"}]}""");
  }

  /** Content null, stopped by itself, no refusal, no tool: nothing was said. */
  public static ChatReply nullContent() {
    return ChatReply.of(null);
  }

  /** Fields of the wrong types. */
  public static RawReply wrongTypes() {
    return RawReply.json(
        200,
        """
        {"id":7,"object":"chat.completion","created":"yesterday","model":["bench"],\
        "choices":{"0":{"message":"ANSWER: A"}},"usage":"many"}""");
  }

  /** An error under status 200, as some gateways send. */
  public static RawReply errorWithStatus200() {
    return RawReply.json(200, "{\"error\":{\"message\":\"Provider returned error\",\"code\":502}}");
  }

  /** A valid completion whose content holds bytes that are no UTF-8. */
  public static RawReply invalidUtf8() {
    byte[] body = ChatReply.of("ANSWER: @@").raw().body().bytes();
    int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("@@");
    body[at] = (byte) 0xc3;
    body[at + 1] = (byte) 0x28;
    return RawReply.json(200, "").withBody(Payload.owning(body));
  }

  /** Arrays within arrays. */
  public static RawReply deeplyNested(int depth) {
    return RawReply.json(200, "[".repeat(depth) + "]".repeat(depth));
  }

  /** Says gzip, is none. */
  public static RawReply falseGzip() {
    return ChatReply.of("ANSWER: A").raw().header("Content-Encoding", "gzip");
  }

  /** A completion that unpacks to that many characters, packed about a thousand to one. */
  public static RawReply gzipBomb(long characters) {
    byte[] plain = ChatReply.of("@").raw().body().bytes();
    int at = new String(plain, StandardCharsets.ISO_8859_1).indexOf("\"@\"") + 1;
    var packed = new ByteArrayOutputStream();
    byte[] filler = new byte[8192];
    Arrays.fill(filler, (byte) 'x');
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain, 0, at);
      for (long left = characters; left > 0; left -= filler.length) {
        out.write(filler, 0, (int) Math.min(left, filler.length));
      }
      out.write(plain, at + 1, plain.length - at - 1);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return RawReply.json(200, "")
        .header("Content-Encoding", "gzip")
        .withBody(Payload.owning(packed.toByteArray()));
  }
}
