package assay.evaluation.difference;

import assay.core.Sample;
import assay.core.Sha256;
import assay.core.exchange.Stated;
import assay.evaluation.item.Item;
import assay.evaluation.json.Json;
import assay.evaluation.json.StatedJson;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialContent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was put to a reader, as far as the run holds it.
 *
 * @param prompt digest of all words, with the roles they were said in; null where not stated
 * @param images digest of the pictures in order; null where not stated
 * @param settings of generation
 */
record Put(@Nullable String prompt, @Nullable String images, GenerationSettings settings) {

  static Put of(RunFile file, Item item) {
    Optional<JsonNode> body = TrialContent.request(file, item.ordinal()).map(Json::read);
    Stated stated = body.flatMap(StatedJson::read).orElse(Stated.NOTHING);
    if (body.isEmpty() || !stated.isEmpty()) {
      return stated(stated, item.sample());
    }
    JsonNode request = body.get();
    StringBuilder words = new StringBuilder();
    List<String> pictures = new ArrayList<>();
    JsonNode messages = request.path("messages");
    for (JsonNode message : messages) {
      StringBuilder said = new StringBuilder();
      for (JsonNode part : message.path("parts")) {
        if (part.has("text")) {
          said.append(part.get("text").asText());
        } else {
          pictures.add(part.path("image").asText());
        }
      }
      // One user's message alone is its words, as logs of other programs have it.
      words.append(messages.size() == 1 ? "" : "[" + message.path("role").asText() + "]\n");
      words.append(said.toString().strip()).append(messages.size() == 1 ? "" : "\n\n");
    }
    return new Put(
        Sha256.of(words.toString().strip()), pictures(pictures), sent(request.path("generation")));
  }

  private static Put stated(Stated stated, Sample sample) {
    return new Put(
        StatedPrompt.digest(stated, sample),
        stated.images() == null ? null : pictures(stated.images()),
        new GenerationSettings(false, stated.settings()));
  }

  private static String pictures(List<String> hashes) {
    return Sha256.of(String.join("\n", hashes));
  }

  private static GenerationSettings sent(JsonNode generation) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    generation
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              values.put(
                  entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            });
    return new GenerationSettings(true, values);
  }
}
