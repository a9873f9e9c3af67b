package assay.testkit.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A reply as bytes: status line and headers, and the body with its framing. */
final class WireForm {
  private static final int CHUNK = 61;

  private final byte[] head;
  private final byte[] body;
  private final boolean keepAlive;

  private WireForm(byte[] head, byte[] body, boolean keepAlive) {
    this.head = head;
    this.body = body;
    this.keepAlive = keepAlive;
  }

  static WireForm of(RawReply reply, boolean keepAlive) {
    boolean keep = keepAlive && reply.framing() != Framing.CLOSE;
    byte[] body = reply.body().shared();
    return new WireForm(
        head(reply, body.length, keep),
        reply.framing() == Framing.CHUNKED ? chunked(body) : body,
        keep);
  }

  /** The head for a body of that length. */
  static byte[] head(RawReply reply, long length, boolean keepAlive) {
    var head = new StringBuilder("HTTP/1.1 " + reply.status() + " " + reason(reply.status()));
    head.append("\r\n");
    for (Headers.Line line : reply.headers().lines()) {
      head.append(line.name()).append(": ").append(line.value()).append("\r\n");
    }
    switch (reply.framing()) {
      case LENGTH -> head.append("Content-Length: ").append(length).append("\r\n");
      case CHUNKED -> head.append("Transfer-Encoding: chunked\r\n");
      case CLOSE -> {}
    }
    head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether the connection may carry another request after this reply. */
  boolean keepAlive() {
    return keepAlive;
  }

  /** Status line and headers. */
  byte[] head() {
    return head;
  }

  /** All of it. */
  byte[] whole() {
    return joined(head, body, body.length);
  }

  /** Status line, headers and half of the body. */
  byte[] half() {
    return joined(head, body, body.length / 2);
  }

  static byte[] chunk(byte[] bytes, int from, int to) {
    var out = new ByteArrayOutputStream();
    out.writeBytes((Integer.toHexString(to - from) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, from, to - from);
    out.writeBytes(new byte[] {'\r', '\n'});
    return out.toByteArray();
  }

  static byte[] lastChunk() {
    return "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] chunked(byte[] body) {
    var out = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += CHUNK) {
      out.writeBytes(chunk(body, at, Math.min(body.length, at + CHUNK)));
    }
    out.writeBytes(lastChunk());
    return out.toByteArray();
  }

  private static byte[] joined(byte[] head, byte[] body, int length) {
    var out = new ByteArrayOutputStream(head.length + length);
    out.writeBytes(head);
    out.write(body, 0, length);
    return out.toByteArray();
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 413 -> "Content Too Large";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Status " + status;
    };
  }
}
