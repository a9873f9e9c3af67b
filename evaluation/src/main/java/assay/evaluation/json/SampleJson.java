package assay.evaluation.json;

import assay.core.AnswerKind;
import assay.core.Link;
import assay.core.Media;
import assay.core.Option;
import assay.core.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON form of samples; what is empty is left out. */
public final class SampleJson {

  private SampleJson() {}

  /** Writes a sample. */
  public static ObjectNode write(Sample sample) {
    ObjectNode json = Json.object().put("id", sample.id());
    if (sample.subset() != null) {
      json.put("subset", sample.subset());
    }
    json.put("language", sample.language()).put("question", sample.question());
    if (!sample.options().isEmpty()) {
      ArrayNode options = json.putArray("options");
      sample
          .options()
          .forEach(option -> options.add(Json.array().add(option.key()).add(option.text())));
    }
    if (!sample.media().isEmpty()) {
      ArrayNode media = json.putArray("media");
      sample.media().forEach(item -> media.add(media(item)));
    }
    json.set("target", TargetJson.write(sample.target()));
    if (!sample.tags().isEmpty()) {
      ObjectNode tags = json.putObject("tags");
      sample
          .tags()
          .forEach((name, values) -> tags.set(Surrogates.replaced(name), Json.texts(values)));
    }
    if (!sample.clusters().isEmpty()) {
      json.set("clusters", Json.texts(sample.clusters()));
    }
    if (!sample.links().isEmpty()) {
      ArrayNode links = json.putArray("links");
      sample
          .links()
          .forEach(
              link -> links.addObject().put("type", link.type()).put("sample", link.sampleId()));
    }
    return json;
  }

  /** Reads what {@link #write} wrote. */
  public static Sample read(String text) {
    JsonNode json = Json.read(text);
    LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> tag : json.path("tags").properties()) {
      tags.put(tag.getKey(), Json.textList(tag.getValue()));
    }
    LinkedHashMap<String, String> clusters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> cluster : json.path("clusters").properties()) {
      clusters.put(cluster.getKey(), cluster.getValue().asText());
    }
    return new Sample(
        Json.required(json, "id").asText(),
        Json.textOrNull(json, "subset"),
        Json.required(json, "language").asText(),
        Json.required(json, "question").asText(),
        json.path("options")
            .valueStream()
            .map(o -> new Option(o.get(0).asText(), o.get(1).asText()))
            .toList(),
        json.path("media").valueStream().map(SampleJson::media).toList(),
        TargetJson.read(Json.required(json, "target")),
        tags,
        clusters,
        json.path("links")
            .valueStream()
            .map(
                l ->
                    new Link(
                        Json.required(l, "type").asText(), Json.required(l, "sample").asText()))
            .toList());
  }

  static AnswerKind kind(JsonNode json) {
    @Nullable JsonNode kind = json.get("kind");
    return AnswerKind.byId(kind == null ? "" : kind.asText())
        .orElseThrow(() -> Json.damaged("there is no kind of answer " + kind));
  }

  private static ObjectNode media(Media media) {
    return switch (media) {
      case Media.File file -> Json.object().put("file", file.path());
      case Media.Stored stored -> Json.object().put("sha256", stored.sha256());
    };
  }

  private static Media media(JsonNode json) {
    return json.has("file")
        ? new Media.File(Json.required(json, "file").asText())
        : new Media.Stored(Json.required(json, "sha256").asText());
  }
}
