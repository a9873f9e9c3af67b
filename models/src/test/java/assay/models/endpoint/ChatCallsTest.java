package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.testkit.endpoint.Exchange;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.Replies;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.credential.BearerTokenCredential;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are written as the SDK itself writes them. */
class ChatCallsTest {

  private final MemoryStore store = new MemoryStore();
  private final ChatParams params =
      new ChatParams(
          Asked.spec(
              "openai:m@http://h,detail=high,extra={\"a\":[1,2.5,null,{\"b\":true}],\"c\":\"é\"}"),
          new ImageSlots(store));

  @SeededTest(count = 200)
  void theJsonIsTheSdks(Generators draw) throws Exception {
    Random random = new Random(draw.text().hashCode());
    List<Message> messages = new ArrayList<>();
    messages.add(Message.text(Role.SYSTEM, draw.text()));
    messages.add(Message.text(Role.ASSISTANT, draw.text()));
    messages.add(Message.text(Role.USER, draw.text()));
    List<Part> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      parts.add(
          random.nextBoolean()
              ? new Part.TextPart(draw.text())
              : store.image(new byte[] {(byte) i}, "image/png"));
    }
    messages.add(new Message(Role.USER, parts));
    Generation generation =
        new Generation(
            random.nextBoolean() ? null : random.nextDouble(),
            random.nextBoolean() ? null : random.nextDouble(),
            random.nextBoolean() ? null : random.nextLong(),
            random.nextBoolean() ? null : random.nextInt(),
            random.nextBoolean() ? List.of() : List.of(draw.text(), "x"),
            random.nextBoolean() ? null : random.nextInt(20),
            random.nextBoolean() ? null : "high");
    ChatCompletionCreateParams made = params.of(new Request(messages, generation));
    assertThat(ChatCalls.json(made))
        .isEqualTo(ObjectMappers.jsonMapper().writeValueAsBytes(made._body()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gpt-4o | /v1 | OPENAI",
        "org/model:7b | /some/path/v1?x=a%20b&y=%26 | OPENAI",
        "my deployment/2 | ?api-version=2024-10-21 | AZURE",
        "gpt-4o | /openai/v1 | AZURE_V1",
      })
  void theRequestIsTheSdks(String model, String path, Dialect dialect) {
    try (LoopbackEndpoint endpoint = LoopbackEndpoint.start(Replies.text("A"))) {
      EndpointSpec spec =
          Asked.spec(
              "openai:"
                  + model
                  + "@http://127.0.0.1:"
                  + endpoint.port()
                  + path
                  + ",tokens=max_completion_tokens,key-env=KEY,api="
                  + dialect.id());
      ApiKeys keys = ApiKeys.of(Map.of("KEY", "sk-1"));
      ApiKey key = keys.find(spec).orElseThrow();
      try (ApacheTransport transport =
              new ApacheTransport(spec, HostPolicy.loopbackOnly(), new ImageSlots(store));
          OpenAiModel ours = OpenAiModel.open(spec, HostPolicy.loopbackOnly(), keys, store)) {
        ClientOptions.Builder options =
            ClientOptions.builder()
                .httpClient(transport)
                .baseUrl(spec.base().toString())
                .maxRetries(0)
                .disableTelemetry(true);
        switch (dialect) {
          case OPENAI -> options.credential(BearerTokenCredential.create(key.value()));
          case AZURE ->
              options
                  .azureUrlPathMode(AzureUrlPathMode.LEGACY)
                  .credential(AzureApiKeyCredential.create(key.value()));
          case AZURE_V1 ->
              options
                  .azureUrlPathMode(AzureUrlPathMode.UNIFIED)
                  .credential(AzureApiKeyCredential.create(key.value()));
        }
        spec.query().forEach(options::replaceQueryParams);
        Request request = Asked.question(new Generation(0.0, 1.0, 7L, 64, List.of("x"), 3, "low"));
        ChatParams typed = new ChatParams(spec, new ImageSlots(store));
        new OpenAIClientImpl(options.build()).chat().completions().create(typed.of(request));
        Exchange theirs = endpoint.traffic().last();
        Asked.ask(ours, request);
        Exchange sent = endpoint.traffic().last();
        assertThat(sent.path()).isEqualTo(theirs.path());
        assertThat(sent.body().text()).isEqualTo(theirs.body().text());
        assertThat(lines(sent)).isEqualTo(lines(theirs));
        assertThat(endpoint.traffic().problems()).isEmpty();
      }
    }
  }

  /** Headers but for what the SDK tells of itself. */
  private static List<String> lines(Exchange exchange) {
    return exchange.headers().lines().stream()
        .map(line -> line.name().toLowerCase(Locale.ROOT) + ": " + line.value())
        .filter(line -> !line.startsWith("x-stainless"))
        .filter(line -> !line.startsWith("accept: "))
        .sorted()
        .toList();
  }
}
