package assay.testkit.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request of HTTP/1.0 or 1.1, read off the wire. */
record HttpRequest(String method, String target, String version, Headers headers, Payload body) {
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_LINES = 200;
  private static final int MAX_BODY = 256 * 1024 * 1024;

  /** The path without its query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  boolean keepAlive() {
    String connection = headers.first("Connection").orElse("").toLowerCase(Locale.ROOT);
    return version.equals("HTTP/1.1") && !connection.contains("close");
  }

  /** Reads the next request; null where the client has ended the connection between two. */
  static @Nullable HttpRequest read(Inbound in, OutputStream out)
      throws IOException, MalformedRequestException {
    String start = in.line(MAX_LINE);
    if (start == null) {
      return null;
    }
    String[] words = start.split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new MalformedRequestException("not a request line of HTTP/1: '" + start + "'");
    }
    var lines = new ArrayList<Headers.Line>();
    for (String line = in.line(MAX_LINE); ; line = in.line(MAX_LINE)) {
      if (line == null) {
        throw new MalformedRequestException("the request ends within its headers");
      }
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      if (colon < 1 || lines.size() == MAX_LINES) {
        throw new MalformedRequestException("not a header, or too many: '" + line + "'");
      }
      lines.add(new Headers.Line(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    var headers = new Headers(lines);
    Payload body = Payload.owning(body(headers, in, out));
    return new HttpRequest(words[0], words[1], words[2], headers, body);
  }

  private static byte[] body(Headers headers, Inbound in, OutputStream out)
      throws IOException, MalformedRequestException {
    boolean waits = headers.first("Expect").orElse("").equalsIgnoreCase("100-continue");
    if (waits && !in.hasBuffered()) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    if (headers.first("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    int length = number(headers.first("Content-Length").orElse("0"), 10, "Content-Length");
    return exactly(in, length);
  }

  private static byte[] chunks(Inbound in) throws IOException, MalformedRequestException {
    var body = new ByteArrayOutputStream();
    while (true) {
      String line = in.line(MAX_LINE);
      if (line == null) {
        throw new MalformedRequestException("the request ends within its chunks");
      }
      int semicolon = line.indexOf(';');
      String digits = semicolon < 0 ? line : line.substring(0, semicolon);
      int size = number(digits.strip(), 16, "chunk size");
      if (size == 0) {
        for (String trailer = in.line(MAX_LINE); trailer != null && !trailer.isEmpty(); ) {
          trailer = in.line(MAX_LINE);
        }
        return body.toByteArray();
      }
      if (body.size() + size > MAX_BODY) {
        throw new MalformedRequestException("the body is longer than " + MAX_BODY + " bytes");
      }
      body.write(exactly(in, size));
      if (in.read() != '\r' || in.read() != '\n') {
        throw new MalformedRequestException("a chunk does not end with CRLF");
      }
    }
  }

  private static byte[] exactly(Inbound in, int length)
      throws IOException, MalformedRequestException {
    byte[] bytes = in.read(length);
    if (bytes.length < length) {
      throw new MalformedRequestException(
          "the body ends after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private static int number(String digits, int radix, String what)
      throws MalformedRequestException {
    try {
      int number = Integer.parseInt(digits, radix);
      if (number >= 0 && number <= MAX_BODY) {
        return number;
      }
      throw new MalformedRequestException(what + " out of range: '" + digits + "'");
    } catch (NumberFormatException e) {
      throw new MalformedRequestException(what + " is not a number: '" + digits + "'", e);
    }
  }
}
