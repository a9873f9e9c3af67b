package assay.perf.client;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpMethod;

/** Jetty's client. */
final class JettyClient implements BareClient {

  private static final int CONNECTIONS = 2000;

  private final URI address;
  private final HttpClient client = new HttpClient();

  JettyClient(URI address) {
    this.address = address;
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    client.setMaxRequestsQueuedPerDestination(10 * CONNECTIONS);
    try {
      client.start();
    } catch (Exception e) { // Jetty's components declare no less
      throw new IllegalStateException("Jetty's client does not start", e);
    }
  }

  @Override
  public byte[] post(byte[] body) throws IOException, InterruptedException {
    try {
      return client
          .newRequest(address)
          .method(HttpMethod.POST)
          .body(new BytesRequestContent("application/json", body))
          .send()
          .getContent();
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(e);
    }
  }
}
