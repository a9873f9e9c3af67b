package assay.testkit.endpoint;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The simplest client there is: a socket, so that tests see every byte and every broken connection.
 */
final class RawClient implements AutoCloseable {
  /** A reply as it came. */
  record Reply(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  final Socket socket;
  private final InputStream in;

  RawClient(URI base) throws IOException {
    socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static String question(String text) {
    return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
  }

  static Reply once(LoopbackEndpoint endpoint, String body) throws IOException {
    try (var client = new RawClient(endpoint.baseUri())) {
      return client.ask(body);
    }
  }

  Reply ask(String body, String... headers) throws IOException {
    post(body, headers);
    return reply();
  }

  void post(String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        new StringBuilder("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n")
            .append("Content-Type: application/json\r\nContent-Length: ")
            .append(bytes.length)
            .append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes);
    send(out.toByteArray());
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void send(String ascii) throws IOException {
    send(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads a whole reply; throws where the connection ends before. */
  Reply reply() throws IOException {
    int status = 100;
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    while (status == 100) {
      status = Integer.parseInt(line().split(" ")[1]);
      headers.clear();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    if (headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT).equals("chunked")) {
      return new Reply(status, headers, chunks());
    }
    if (headers.containsKey("Content-Length")) {
      int length = Integer.parseInt(headers.get("Content-Length"));
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new IOException("ended after " + body.length + " of " + length);
      }
      return new Reply(status, headers, body);
    }
    return new Reply(status, headers, in.readAllBytes());
  }

  /** The next line of the reply's head. */
  String line() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("ended after '" + line + "'");
      }
      if (b == '\n') {
        return line.substring(0, line.length() - 1);
      }
      line.append((char) b);
    }
  }

  InputStream in() {
    return in;
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(), 16);
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size || !line().isEmpty()) {
        throw new IOException("broken chunk");
      }
      if (size == 0) {
        return body.toByteArray();
      }
      body.writeBytes(chunk);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
