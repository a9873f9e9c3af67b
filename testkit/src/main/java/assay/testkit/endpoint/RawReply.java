package assay.testkit.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * An HTTP reply, byte for byte: what is neither changed nor checked on its way.
 *
 * @param status the status code
 * @param headers its headers without length, transfer encoding and connection, which {@code
 *     framing} makes
 * @param body the body as sent
 * @param framing how the body's end is marked
 */
public record RawReply(int status, Headers headers, Payload body, Framing framing)
    implements Behaviour {

  /** A reply with a JSON body. */
  public static RawReply json(int status, String json) {
    return new RawReply(
        status,
        Headers.none().with("Content-Type", "application/json"),
        Payload.utf8(json),
        Framing.LENGTH);
  }

  /** This reply with one more header. */
  public RawReply header(String name, String value) {
    return new RawReply(status, headers.with(name, value), body, framing);
  }

  /** This reply with another body and the same headers. */
  public RawReply withBody(Payload other) {
    return new RawReply(status, headers, other, framing);
  }

  /** This reply in chunks. */
  public RawReply chunked() {
    return new RawReply(status, headers, body, Framing.CHUNKED);
  }

  /** This reply without a length: it ends where the connection does. */
  public RawReply untilClose() {
    return new RawReply(status, headers, body, Framing.CLOSE);
  }

  /** This reply gzip-encoded, whether or not the client said that it accepts that. */
  public RawReply gzip() {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return header("Content-Encoding", "gzip").withBody(Payload.owning(packed.toByteArray()));
  }
}
