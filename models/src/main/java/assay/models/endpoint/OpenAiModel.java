package assay.models.endpoint;

import assay.core.AssayException;
import assay.core.data.ContentStore;
import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.Model;
import assay.core.exchange.Pace;
import assay.core.exchange.Request;
import com.openai.core.RequestOptions;
import com.openai.core.http.HttpRequest;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A model behind OpenAI's chat completions: OpenAI's own SDK says what a request is, our transport
 * behind its port sends it. Every call is one exchange: no retries, and every fault of the endpoint
 * comes back as a {@link Failed} of its kind. Safe for use by any number of virtual threads at
 * once; a call on a platform thread cannot be interrupted while it reads.
 */
public final class OpenAiModel implements Model {

  private final EndpointSpec spec;
  private final ApacheTransport transport;
  private final ChatParams params;
  private final ChatCalls calls;
  private final ReplyReader replies;
  private final ErrorReader errors;

  private OpenAiModel(
      EndpointSpec spec, HostPolicy hosts, @Nullable ApiKey key, ContentStore images) {
    this.spec = spec;
    PaceReader paces = new PaceReader(InstantSource.system());
    ImageSlots slots = new ImageSlots(images);
    errors = new ErrorReader(spec, paces, key);
    replies = new ReplyReader(spec, paces, errors, key);
    params = new ChatParams(spec, slots);
    calls = new ChatCalls(spec, key);
    transport = new ApacheTransport(spec, hosts, slots);
  }

  /**
   * Prepares a model; nothing is sent yet.
   *
   * @param spec where it is
   * @param hosts which hosts may be asked
   * @param keys where its key is looked for
   * @param images holds the bytes of every picture that a request names
   * @throws AssayException if the host may not be asked or its key is missing
   */
  public static OpenAiModel open(
      EndpointSpec spec, HostPolicy hosts, ApiKeys keys, ContentStore images) {
    hosts.check(spec.base());
    if (spec.proxy() != null) {
      hosts.check(spec.proxy());
    }
    return new OpenAiModel(spec, hosts, keys.find(spec).orElse(null), images);
  }

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public String identity() {
    return spec.identity();
  }

  /** Whether requests leave this machine, so that identifiers must be looked for in them. */
  public boolean remote() {
    return !HostPolicy.isLoopback(spec.base())
        || (spec.proxy() != null && !HostPolicy.isLoopback(spec.proxy()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if a picture is not in the content store
   * @throws IllegalArgumentException if a picture stands in a message that is not the user's
   */
  @Override
  public Attempt answer(Request request) throws InterruptedException {
    return call(request).put();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a picture stands in a message that is not the user's
   */
  @Override
  public Call call(Request request) {
    HttpRequest call = calls.of(params.of(request));
    return () -> put(call, request);
  }

  private Attempt put(HttpRequest call, Request request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    try {
      Received response = transport.execute(call, RequestOptions.none());
      return replies.read(response, request, (System.nanoTime() - start) / 1e9);
    } catch (CancelledException e) {
      Thread.interrupted();
      InterruptedException interrupted = new InterruptedException("the exchange was cancelled");
      interrupted.initCause(e);
      throw interrupted;
    } catch (StatusException e) {
      return errors.read(e.response(), request);
    } catch (TransportException e) {
      return new Failed(e.kind(), String.valueOf(e.getMessage()), 1, Pace.UNKNOWN);
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  @Override
  public String toString() {
    return spec.name();
  }
}
