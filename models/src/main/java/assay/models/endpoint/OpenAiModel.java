package assay.models.endpoint;

import assay.core.AssayException;
import assay.core.data.ContentStore;
import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Model;
import assay.core.exchange.Pace;
import assay.core.exchange.Request;
import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.http.HttpResponseFor;
import com.openai.credential.BearerTokenCredential;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.services.blocking.chat.ChatCompletionService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A model behind OpenAI's chat completions, asked through OpenAI's own SDK. Every call is one
 * exchange: no retries, and every fault of the endpoint comes back as a {@link Failed} of its kind.
 * Safe for use by any number of virtual threads at once; a call on a platform thread cannot be
 * interrupted while it reads.
 */
public final class OpenAiModel implements Model {

  private final EndpointSpec spec;
  private final OpenAIClient client;
  private final ChatCompletionService.WithRawResponse completions;
  private final ChatParams params;
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
    client = new OpenAIClientImpl(options(spec, new ApacheTransport(spec, hosts, slots), key));
    completions = client.chat().completions().withRawResponse();
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

  private static ClientOptions options(
      EndpointSpec spec, ApacheTransport transport, @Nullable ApiKey key) {
    ClientOptions.Builder options =
        ClientOptions.builder()
            .httpClient(transport)
            .baseUrl(spec.base().toString())
            .azureUrlPathMode(
                switch (spec.dialect()) {
                  case OPENAI -> AzureUrlPathMode.AUTO;
                  case AZURE -> AzureUrlPathMode.LEGACY;
                  case AZURE_V1 -> AzureUrlPathMode.UNIFIED;
                })
            .maxRetries(0)
            .logLevel(LogLevel.OFF)
            .disableTelemetry(true);
    spec.query().forEach(options::replaceQueryParams);
    String version = spec.query().get(EndpointSpec.API_VERSION);
    if (spec.dialect().azure() && version != null) {
      // The SDK has its own idea of the version unless it is told.
      options.azureServiceVersion(AzureOpenAIServiceVersion.fromString(version));
    }
    if (key == null) {
      // The SDK wants a credential; without its header it sends none.
      options.credential(BearerTokenCredential.create("none")).removeHeaders("Authorization");
    } else if (spec.dialect().azure()) {
      options.credential(AzureApiKeyCredential.create(key.value()));
    } else {
      options.credential(BearerTokenCredential.create(key.value()));
    }
    return options.build();
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
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    try (HttpResponseFor<ChatCompletion> response = completions.create(params.of(request))) {
      double seconds = (System.nanoTime() - start) / 1e9;
      return replies.read(received(response), request, seconds);
    } catch (CancelledException e) {
      Thread.interrupted();
      InterruptedException interrupted = new InterruptedException("the exchange was cancelled");
      interrupted.initCause(e);
      throw interrupted;
    } catch (StatusException e) {
      return errors.read(e.response(), request);
    } catch (TransportException e) {
      return new Failed(e.kind(), String.valueOf(e.getMessage()), 1, Pace.UNKNOWN);
    } catch (OpenAIException e) {
      // The SDK's own checks, for example of a deployment's name that cannot stand in a path.
      return new Failed(
          FailureKind.UNUSABLE,
          spec.origin() + ": the request cannot be made (" + e.getClass().getSimpleName() + ")",
          1,
          Pace.UNKNOWN);
    }
  }

  private static Received received(HttpResponseFor<ChatCompletion> response) {
    try (var body = response.body()) {
      return new Received(response.statusCode(), response.headers(), body.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the body lies in memory", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return spec.name();
  }
}
