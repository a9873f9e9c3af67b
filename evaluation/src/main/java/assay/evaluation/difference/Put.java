package assay.evaluation.difference;

import assay.core.Sample;
import assay.core.Sha256;
import assay.evaluation.item.Item;
import assay.evaluation.json.Json;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialContent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was put to a reader, by digests; null where the run does not hold it.
 *
 * @param prompt of all words, with the roles they were said in
 * @param images of the pictures in order
 * @param settings of the settings of generation
 */
record Put(@Nullable String prompt, @Nullable String images, @Nullable String settings) {

  /** Of what an imported log holds: the tag {@code prompt} says that the question is the prompt. */
  private static final String LOGGED = "logged";

  static Put of(RunFile file, Item item) {
    Optional<String> body = TrialContent.request(file, item.ordinal());
    if (body.isEmpty()) {
      Sample sample = item.sample();
      boolean logged = List.of(LOGGED).equals(sample.tags().get("prompt"));
      return new Put(logged ? Sha256.of(sample.question().strip()) : null, null, null);
    }
    JsonNode request = Json.read(body.get());
    StringBuilder words = new StringBuilder();
    StringBuilder pictures = new StringBuilder();
    JsonNode messages = request.path("messages");
    for (JsonNode message : messages) {
      StringBuilder said = new StringBuilder();
      for (JsonNode part : message.path("parts")) {
        if (part.has("text")) {
          said.append(part.get("text").asText());
        } else {
          pictures.append(part.path("image").asText()).append('\n');
        }
      }
      // One user's message alone is its words, as logs of other programs have it.
      words.append(messages.size() == 1 ? "" : "[" + message.path("role").asText() + "]\n");
      words.append(said.toString().strip()).append(messages.size() == 1 ? "" : "\n\n");
    }
    return new Put(
        Sha256.of(words.toString().strip()),
        Sha256.of(pictures.toString()),
        Sha256.of(request.path("generation").toString()));
  }
}
