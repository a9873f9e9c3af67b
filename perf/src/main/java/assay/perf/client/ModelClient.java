package assay.perf.client;

import assay.core.data.ContentStore;
import assay.core.exchange.Attempt;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.models.StandardCatalog;
import assay.models.endpoint.ApiKeys;
import assay.models.endpoint.EndpointSpec;
import assay.models.endpoint.HostPolicy;
import assay.models.endpoint.OpenAiModel;
import assay.models.spec.ModelSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The room {@code models}: typed parameters, the transport, the reply read as JSON. */
final class ModelClient implements BareClient {

  private static final Generation GENERATION =
      new Generation(0.0, null, null, 64, List.of(), null, null);

  private final OpenAiModel model;

  ModelClient(URI address) {
    String base = address.toString().replace("/chat/completions", "");
    model =
        OpenAiModel.open(
            EndpointSpec.of(ModelSpec.parse("openai:bench@" + base, StandardCatalog.create())),
            HostPolicy.loopbackOnly(),
            ApiKeys.of(Map.of()),
            new NoPictures());
  }

  @Override
  public byte[] post(byte[] body) throws IOException, InterruptedException {
    Attempt attempt =
        model.answer(
            new Request(List.of(Message.text(Role.USER, ClientLoad.prompt(body))), GENERATION));
    return switch (attempt) {
      case Attempt.Answered answered -> answered.reply().text().getBytes(StandardCharsets.UTF_8);
      case Attempt.Failed failed -> throw new IOException(failed.message());
    };
  }

  private record NoPictures() implements ContentStore {
    @Override
    public String put(byte[] bytes) {
      throw new IllegalStateException("these questions hold no pictures");
    }

    @Override
    public InputStream open(String sha256) {
      throw new IllegalStateException("these questions hold no pictures");
    }
  }
}
