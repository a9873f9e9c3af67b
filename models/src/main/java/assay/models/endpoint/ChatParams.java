package assay.models.endpoint;

import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Part.ImagePart;
import assay.core.exchange.Part.TextPart;
import assay.core.exchange.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonNumber;
import com.openai.core.JsonValue;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartImage.ImageUrl;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionSystemMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a request into the SDK's words. What a request does not set is not sent. */
final class ChatParams {

  private final EndpointSpec spec;
  private final ImageSlots images;
  private final Map<String, JsonValue> extra;

  ChatParams(EndpointSpec spec, ImageSlots images) {
    this.spec = spec;
    this.images = images;
    this.extra = extra(spec.extra());
  }

  ChatCompletionCreateParams of(Request request) {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder()
            .model(spec.model())
            .messages(request.messages().stream().map(this::message).toList());
    set(request.generation(), params);
    extra.forEach(params::putAdditionalBodyProperty);
    return params.build();
  }

  private void set(Generation generation, ChatCompletionCreateParams.Builder params) {
    if (generation.temperature() != null) {
      params.temperature(generation.temperature());
    }
    if (generation.topP() != null) {
      params.topP(generation.topP());
    }
    if (generation.seed() != null) {
      // By name: the SDK calls the typed one deprecated, servers of open models rely on it.
      params.putAdditionalBodyProperty("seed", JsonNumber.of(generation.seed()));
    }
    if (generation.maxTokens() != null) {
      params.putAdditionalBodyProperty(spec.tokens().id(), JsonNumber.of(generation.maxTokens()));
    }
    if (!generation.stop().isEmpty()) {
      params.stopOfStrings(generation.stop());
    }
    if (generation.topLogprobs() != null) {
      params.logprobs(true);
      if (generation.topLogprobs() > 0) {
        params.topLogprobs(generation.topLogprobs().longValue());
      }
    }
    if (generation.reasoningEffort() != null) {
      params.reasoningEffort(ReasoningEffort.of(generation.reasoningEffort()));
    }
  }

  private ChatCompletionMessageParam message(Message message) {
    return switch (message.role()) {
      case SYSTEM ->
          ChatCompletionMessageParam.ofSystem(
              ChatCompletionSystemMessageParam.builder().content(text(message)).build());
      case ASSISTANT ->
          ChatCompletionMessageParam.ofAssistant(
              ChatCompletionAssistantMessageParam.builder().content(text(message)).build());
      case USER -> ChatCompletionMessageParam.ofUser(user(message));
    };
  }

  /** Plain text where there is no picture: servers without vision take nothing else. */
  private ChatCompletionUserMessageParam user(Message message) {
    ChatCompletionUserMessageParam.Builder user = ChatCompletionUserMessageParam.builder();
    if (message.parts().size() == 1 && message.parts().getFirst() instanceof TextPart text) {
      return user.content(text.text()).build();
    }
    List<ChatCompletionContentPart> parts = message.parts().stream().map(this::part).toList();
    return user.contentOfArrayOfContentParts(parts).build();
  }

  private ChatCompletionContentPart part(Part part) {
    return switch (part) {
      case TextPart text ->
          ChatCompletionContentPart.ofText(
              ChatCompletionContentPartText.builder().text(text.text()).build());
      case ImagePart image -> {
        ImageUrl.Builder url = ImageUrl.builder().url(images.slot(image));
        if (spec.detail() != null) {
          url.detail(ImageUrl.Detail.of(spec.detail()));
        }
        yield ChatCompletionContentPart.ofImageUrl(
            ChatCompletionContentPartImage.builder().imageUrl(url.build()).build());
      }
    };
  }

  /** The text of a message that can hold no picture. */
  private static String text(Message message) {
    StringBuilder text = new StringBuilder();
    for (Part part : message.parts()) {
      switch (part) {
        case TextPart piece -> text.append(text.isEmpty() ? "" : "\n").append(piece.text());
        case ImagePart image ->
            throw new IllegalArgumentException(
                "a " + message.role() + " message holds a picture: the protocol has none there");
      }
    }
    return text.toString();
  }

  private static Map<String, JsonValue> extra(@Nullable String json) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (json != null) {
      try {
        JsonNode tree = Json.MAPPER.readTree(json);
        tree.properties()
            .forEach(
                member -> members.put(member.getKey(), JsonValue.fromJsonNode(member.getValue())));
      } catch (IOException e) {
        throw new IllegalArgumentException("extra of " + json + ": checked when it was read", e);
      }
    }
    return members;
  }
}
