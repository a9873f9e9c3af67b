package assay.perf.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;

/** As little as will do: kept sockets, a header line at a time. */
final class SocketsClient implements BareClient {

  private record Connection(Socket socket, InputStream in, OutputStream out) {}

  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final URI address;

  SocketsClient(URI address) {
    this.address = address;
  }

  @Override
  public byte[] post(byte[] body) throws IOException {
    Connection connection = idle.pollFirst();
    if (connection == null) {
      connection = connect();
    }
    byte[] head =
        ("POST "
                + address.getPath()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    connection.out().write(whole);
    int length = 0;
    for (String line = line(connection.in()); !line.isEmpty(); line = line(connection.in())) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    byte[] reply = connection.in().readNBytes(length);
    idle.addFirst(connection);
    return reply;
  }

  private Connection connect() throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    return new Connection(
        socket, new BufferedInputStream(socket.getInputStream(), 4096), socket.getOutputStream());
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the endpoint closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
