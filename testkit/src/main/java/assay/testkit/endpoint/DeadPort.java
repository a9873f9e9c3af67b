package assay.testkit.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of 127.0.0.1 on which nobody listens and that nobody else can take: connections are
 * refused.
 */
public final class DeadPort implements AutoCloseable {
  private final Socket bound = new Socket();

  /** Takes a free port. */
  public DeadPort() {
    try {
      bound.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take a port of 127.0.0.1", e);
    }
  }

  /** A base URL at this port. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + bound.getLocalPort() + "/v1");
  }

  @Override
  public void close() {
    try {
      bound.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the port back", e);
    }
  }
}
