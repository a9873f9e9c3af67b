package assay.models.endpoint;

import assay.core.exchange.FailureKind;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/**
 * The SDK's port to the network, on Apache's HttpClient with blocking sockets: a call waits on its
 * virtual thread, and ends when that thread is interrupted or when the time for the whole exchange
 * is over, however slowly bytes trickle in. One request a call: no retry, no redirect, no cookie,
 * no proxy of the environment.
 */
final class ApacheTransport implements HttpClient {

  /** The most bytes of a reply's body, unpacked. */
  static final int LARGEST_REPLY = 64 << 20;

  /** The most bytes of an error's body that are looked at. */
  private static final int LARGEST_ERROR = 1 << 20;

  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  private final EndpointSpec spec;
  private final HttpHost target;
  private final RequestConfig config;
  private final CloseableHttpClient client;
  private final ImageSlots images;
  private final NetworkFaults faults;
  private final ScheduledThreadPoolExecutor deadlines;

  ApacheTransport(EndpointSpec spec, HostPolicy hosts, ImageSlots images) {
    this.spec = spec;
    this.images = images;
    target = HttpHost.create(spec.base());
    config = ApacheClients.request(spec);
    client = ApacheClients.create(spec, hosts);
    faults = new NetworkFaults(spec);
    deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("assay-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /**
   * Puts one request.
   *
   * @throws StatusException if the response's status is no success
   * @throws TransportException if no whole response came
   * @throws CancelledException if the thread was interrupted
   * @throws UncheckedIOException if a picture cannot be read from the content store
   */
  @Override
  public Received execute(HttpRequest request, RequestOptions options) {
    HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method().name(), uri(request));
    Headers headers = request.headers();
    for (String name : headers.names()) {
      headers.values(name).forEach(value -> outgoing.addHeader(name, value));
    }
    outgoing.setHeader("User-Agent", "assay");
    outgoing.setHeader("Accept-Encoding", "gzip");
    outgoing.setConfig(config);
    HttpRequestBody body = request.body();
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              outgoing.cancel();
            },
            spec.timeout().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      if (body != null) {
        outgoing.setEntity(entity(body));
      }
      return exchange(outgoing);
    } catch (SplicedEntity.StoreException e) {
      throw new UncheckedIOException(e);
    } catch (IOException | HttpException | IllegalStateException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException(e);
      }
      throw late.get() ? faults.late(e) : faults.of(e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static URI uri(HttpRequest request) {
    return URI.create(request.url());
  }

  private SplicedEntity entity(HttpRequestBody body) throws SplicedEntity.StoreException {
    SplicedEntity entity = images.entity(bytes(body));
    entity.measure();
    return entity;
  }

  private static byte[] bytes(HttpRequestBody body) {
    if (body instanceof JsonBody json) {
      return json.json();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toByteArray();
  }

  private Received exchange(HttpUriRequestBase outgoing) throws IOException, HttpException {
    try (ClassicHttpResponse response = client.executeOpen(target, outgoing, null)) {
      faults.reached();
      int status = response.getCode();
      boolean success = status >= 200 && status < 300;
      int most = success ? LARGEST_REPLY : LARGEST_ERROR;
      byte[] bytes = body(response, outgoing, most + 1);
      if (success && bytes.length > most) {
        throw new TransportException(
            FailureKind.INVALID_RESPONSE,
            spec.origin() + ": the answer is larger than " + (most >> 20) + " MiB");
      }
      Received received = new Received(status, headers(response), bytes);
      if (!success) {
        throw new StatusException(received);
      }
      return received;
    }
  }

  /** The body, up to so many bytes. */
  private byte[] body(ClassicHttpResponse response, HttpUriRequestBase outgoing, int most)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    boolean whole = false;
    try {
      byte[] bytes = unpacked(entity).readNBytes(most);
      whole = bytes.length < most;
      return bytes;
    } finally {
      if (!whole) {
        // Closing the response would read what is left of it, however much that is.
        outgoing.cancel();
      }
    }
  }

  private InputStream unpacked(HttpEntity entity) throws IOException {
    String coding = String.valueOf(entity.getContentEncoding()).toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "null", "", "identity" -> entity.getContent();
      case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent());
      default ->
          throw new TransportException(
              FailureKind.INVALID_RESPONSE,
              spec.origin() + ": the answer is packed in a way that was not asked for");
    };
  }

  private static Headers headers(ClassicHttpResponse response) {
    Headers.Builder headers = Headers.builder();
    for (Header header : response.getHeaders()) {
      headers.put(header.getName(), header.getValue() == null ? "" : header.getValue());
    }
    return headers.build();
  }

  /** The same on a virtual thread of its own. */
  @Override
  public CompletableFuture<com.openai.core.http.HttpResponse> executeAsync(
      HttpRequest request, RequestOptions options) {
    return CompletableFuture.supplyAsync(() -> execute(request, options), VIRTUAL);
  }

  /** Ends every exchange under way and lets go of all connections. */
  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
