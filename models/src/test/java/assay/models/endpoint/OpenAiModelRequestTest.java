package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part.TextPart;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.testkit.endpoint.ContentPart.ImageContent;
import assay.testkit.endpoint.ContentPart.TextContent;
import assay.testkit.endpoint.Exchange;
import assay.testkit.endpoint.Replies;
import assay.testkit.endpoint.Script;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is put on the wire is what the request says, and nothing else. */
class OpenAiModelRequestTest {

  private static final Generation ALL =
      new Generation(0.5, 0.9, 42L, 256, List.of("\n\n", "END"), 5, "low");

  @Test
  void settingsAreSentUnderTheirNames() throws Exception {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      asked.ask(
          new Request(
              List.of(
                  Message.text(Role.SYSTEM, "Be brief."),
                  Message.text(Role.USER, "One?"),
                  Message.text(Role.ASSISTANT, "Two."),
                  Message.text(Role.USER, "Three?")),
              ALL));
      assertThat(asked.endpoint.traffic().last().json())
          .isEqualTo(
              JsonMapper.builder()
                  .build()
                  .readTree(
                      """
                      {"model":"bench","messages":[{"role":"system","content":"Be brief."},\
                      {"role":"user","content":"One?"},{"role":"assistant","content":"Two."},\
                      {"role":"user","content":"Three?"}],"temperature":0.5,"top_p":0.9,"seed":42,\
                      "max_tokens":256,"stop":["\\n\\n","END"],"logprobs":true,"top_logprobs":5,\
                      "reasoning_effort":"low"}"""));
      assertThat(asked.endpoint.traffic().problems()).isEmpty();
    }
  }

  @Test
  void whatIsNotSetIsNotSent() {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      asked.ask();
      Exchange sent = asked.endpoint.traffic().last();
      assertThat(sent.json().propertyStream().map(Map.Entry::getKey))
          .containsExactlyInAnyOrder("model", "messages");
      assertThat(sent.path()).isEqualTo("/v1/chat/completions");
      assertThat(sent.headers().all("Authorization")).isEmpty();
      assertThat(sent.headers().all("User-Agent")).containsExactly("assay");
      assertThat(sent.headers().toString()).doesNotContainIgnoringCase("stainless");
    }
  }

  @Test
  void optionsOfTheSpecificationChangeTheRequest() {
    String options =
        ",tokens=max_completion_tokens,detail=low,extra={\"top_k\":20,\"x\":{\"y\":[1]}}";
    try (Asked asked = Asked.of(Replies.text("A"), options)) {
      asked.ask(
          new Request(
              List.of(
                  new Message(
                      Role.USER,
                      List.of(asked.store.image(new byte[] {1, 2}, "image/png"), text("What?")))),
              ALL));
      Exchange sent = asked.endpoint.traffic().last();
      assertThat(sent.json().path("max_completion_tokens").asInt()).isEqualTo(256);
      assertThat(sent.json().has("max_tokens")).isFalse();
      assertThat(sent.json().path("top_k").asInt()).isEqualTo(20);
      assertThat(sent.json().path("x").path("y").path(0).asInt()).isEqualTo(1);
      assertThat(sent.images().getFirst().detail()).isEqualTo("low");
    }
  }

  @Test
  void picturesArriveByteForByteInTheirPlaces() {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      byte[] first = bytes(1, 70_001);
      byte[] second = bytes(2, 2);
      byte[] empty = new byte[0];
      asked.ask(
          new Request(
              List.of(
                  new Message(
                      Role.USER,
                      List.of(
                          text("before"),
                          asked.store.image(first, "image/jpeg"),
                          text("between"),
                          asked.store.image(second, "image/png"),
                          asked.store.image(empty, "image/gif"),
                          asked.store.image(first, "image/jpeg"),
                          text("after")))),
              Generation.UNSET));
      Exchange sent = asked.endpoint.traffic().last();
      assertThat(sent.lastMessage().parts())
          .extracting(part -> part.getClass().getSimpleName())
          .containsExactly(
              "TextContent",
              "ImageContent",
              "TextContent",
              "ImageContent",
              "ImageContent",
              "ImageContent",
              "TextContent");
      assertThat(sent.images())
          .extracting(ImageContent::mime)
          .containsExactly("image/jpeg", "image/png", "image/gif", "image/jpeg");
      assertThat(sent.images().get(0).bytes().bytes()).isEqualTo(first);
      assertThat(sent.images().get(1).bytes().bytes()).isEqualTo(second);
      assertThat(sent.images().get(2).bytes().bytes()).isEmpty();
      assertThat(sent.images().get(3).bytes().bytes()).isEqualTo(first);
      assertThat(sent.images().getFirst().detail()).isEmpty();
    }
  }

  @SeededTest(count = 40)
  void anyTextAndPictureArriveAsTheyAre(Generators draw) {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      String text = wellFormed(draw.text());
      byte[] image = bytes(text.length(), text.length() % 10_000);
      asked.ask(
          new Request(
              List.of(
                  new Message(
                      Role.USER, List.of(text(text), asked.store.image(image, "image/png")))),
              Generation.UNSET));
      Exchange sent = asked.endpoint.traffic().last();
      assertThat(((TextContent) sent.lastMessage().parts().getFirst()).text()).isEqualTo(text);
      assertThat(sent.images().getFirst().bytes().bytes()).isEqualTo(image);
      assertThat(asked.endpoint.traffic().problems()).isEmpty();
    }
  }

  @Test
  void aPictureThatIsNotThereIsNoFaultOfTheEndpoint() {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      MemoryStore other = new MemoryStore();
      Request request =
          new Request(
              List.of(new Message(Role.USER, List.of(other.image(new byte[] {1}, "image/png")))),
              Generation.UNSET);
      assertThatThrownBy(() -> asked.ask(request))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot be read: no content 4bf5122f");
      assertThat(asked.endpoint.traffic().counters().requests()).isZero();
    }
  }

  @Test
  void aPictureInASystemMessageIsRefused() {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      Request request =
          new Request(
              List.of(
                  new Message(
                      Role.SYSTEM, List.of(asked.store.image(new byte[] {1}, "image/png")))),
              Generation.UNSET);
      assertThatThrownBy(() -> asked.ask(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a SYSTEM message holds a picture: the protocol has none there");
    }
  }

  @Test
  void azureIsAskedInItsOwnForm() {
    Map<String, String> keys = Map.of("AZURE_OPENAI_API_KEY", "azure-key");
    try (Asked azure = Asked.of(Script.always(Replies.text("A")), ",api=openai", Map.of())) {
      String base = "http://127.0.0.1:" + azure.endpoint.port();
      try (OpenAiModel model = open("openai:gpt 4o/x@" + base + "?api-version=v7,api=azure", keys);
          OpenAiModel v1 = open("openai:gpt-4o@" + base + "/openai/v1,api=azure-v1", keys)) {
        Asked.ask(model, Asked.question(ALL));
        Exchange sent = azure.endpoint.traffic().last();
        assertThat(sent.path())
            .isEqualTo("/openai/deployments/gpt+4o%2Fx/chat/completions?api-version=v7");
        assertThat(sent.headers().all("api-key")).containsExactly("azure-key");
        assertThat(sent.headers().all("Authorization")).isEmpty();
        assertThat(sent.json().has("max_completion_tokens")).isTrue();
        Asked.ask(v1, Asked.question());
        assertThat(azure.endpoint.traffic().last().path()).isEqualTo("/openai/v1/chat/completions");
        assertThat(azure.endpoint.traffic().last().headers().all("api-key"))
            .containsExactly("azure-key");
      }
    }
  }

  private static OpenAiModel open(String spec, Map<String, String> keys) {
    return OpenAiModel.open(
        Asked.spec(spec), HostPolicy.loopbackOnly(), ApiKeys.of(keys), new MemoryStore());
  }

  private static TextPart text(String text) {
    return new TextPart(text);
  }

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Unpaired surrogates cannot be said in UTF-8. */
  private static String wellFormed(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
