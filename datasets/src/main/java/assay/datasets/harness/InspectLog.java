package assay.datasets.harness;

import assay.core.exchange.Stated;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs of Inspect (UK AISI): {@code .eval}, a zip archive of a header and one file a sample, and
 * the older {@code .json}. Values {@code C}, {@code I}, {@code P} and {@code N} are 1, 0, 0.5 and
 * 0. Of several scorers the first counts. A sample that ended in an error before the model said
 * anything has an output all the same, an empty one: it is a failure, not an empty reply.
 */
final class InspectLog implements LogFormat {

  private static final String ATTACHMENT = "attachment://";
  private static final String SAMPLES = "samples/";

  /** What a sample holds of how it went on, which can be many times the exchange itself. */
  private static final Set<String> COURSE =
      Set.of("events", "events_data", "store", "timelines", "attachments");

  private static final Set<String> COURSE_OF_ENTRY =
      Set.of("events", "events_data", "store", "timelines");

  @Override
  public String program() {
    return "Inspect";
  }

  @Override
  public String holds() {
    return "an archive with header.json and samples/, or a document with eval and samples";
  }

  @Override
  public boolean recognises(LogFile file) {
    return switch (file.layout()) {
      case ARCHIVE -> file.names().stream().anyMatch(InspectLog::isSample);
      case DOCUMENT -> file.has("eval", "samples");
      case ROWS, PAGE, OTHER -> false;
    };
  }

  private static boolean isSample(String entry) {
    return entry.startsWith(SAMPLES) && entry.endsWith(".json");
  }

  @Override
  public Heading heading(LogFile file) {
    JsonNode eval = member(file, "eval");
    return eval == null
        ? Heading.NONE
        : new Heading(LogFields.text(eval, "task"), LogFields.text(eval, "model"));
  }

  /** A part of what the log says of all samples. */
  private static @Nullable JsonNode member(LogFile file, String name) {
    if (file.layout() == LogFile.Layout.DOCUMENT) {
      return file.member(name);
    }
    List<JsonNode> headers = new ArrayList<>();
    if (file.has("header.json")) {
      file.entries(List.of("header.json"), Set.of(), (place, header) -> headers.add(header));
    }
    return headers.isEmpty() ? null : LogFields.at(headers.getFirst(), name);
  }

  @Override
  public void read(LogFile file, TrialTaker taker) {
    Terms terms = new Terms(settings(file), new LogPictures(file.path()));
    if (file.layout() == LogFile.Layout.DOCUMENT) {
      file.records("samples[]", (place, sample) -> taker.take(trial(place, sample, terms)));
      return;
    }
    List<String> samples = file.names().stream().filter(InspectLog::isSample).toList();
    file.entries(
        samples, COURSE_OF_ENTRY, (place, sample) -> taker.take(trial(place, sample, terms)));
  }

  /** What is stated for all samples of a log. */
  private record Terms(SequencedMap<String, String> settings, LogPictures pictures) {}

  /** Those of the model, over which go those of the evaluation. */
  private static SequencedMap<String, String> settings(LogFile file) {
    JsonNode eval = member(file, "eval");
    JsonNode plan = member(file, "plan");
    return LogSettings.of(
        eval == null ? null : eval.get("model_generate_config"),
        plan == null ? null : plan.get("config"));
  }

  private static LoggedTrial trial(String place, JsonNode whole, Terms terms) {
    JsonNode attachments = whole.path("attachments");
    JsonNode sample = exchange(whole, attachments);
    JsonNode output = sample.path("output");
    @Nullable String completion = completion(output);
    boolean silent = completion == null || completion.isBlank();
    @Nullable String error = silent ? error(sample) : null;
    JsonNode usage = output.path("usage");
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        String.valueOf(LogFields.text(sample, "id")),
        sample.path("epoch").asInt(1),
        LogFields.conversation(asked(sample)),
        new Stated(null, terms.pictures().ofChat(asked(sample), attachments), terms.settings()),
        LogFields.conversation(sample.get("input")),
        options(sample),
        new LoggedTrial.Right(
            LogFields.texts(sample.get("target")),
            sample.path("choices").isEmpty() ? null : GoldForm.KEY),
        error != null ? null : completion == null ? "" : completion,
        error,
        verdict(sample),
        new LoggedTrial.Spent(
            LogFields.whole(usage, "input_tokens"),
            LogFields.whole(usage, "output_tokens"),
            LogFields.number(sample, "output", "time"),
            LogFields.number(usage, "total_cost"),
            LogFields.scalar(output.path("choices").path(0).get("stop_reason"))),
        sample);
  }

  /** What was said; older logs have it in the first choice alone. */
  private static @Nullable String completion(JsonNode output) {
    String completion = LogFields.text(output, "completion");
    return completion == null
        ? LogFields.content(output.path("choices").path(0).path("message"))
        : completion;
  }

  /**
   * Why a sample has no reply; null where the model did answer, with nothing. An error of the
   * sample, one that the endpoint gave, or a limit that was reached before the model was asked.
   */
  private static @Nullable String error(JsonNode sample) {
    JsonNode error = sample.path("error");
    String said = error.isTextual() ? error.asText() : LogFields.text(error, "message");
    if (said == null) {
      said = LogFields.text(sample, "output", "error");
    }
    if (said != null) {
      return said.isBlank() ? "an error that says nothing" : said;
    }
    if (!sample.path("output").path("choices").isEmpty()) {
      return null;
    }
    String limit = LogFields.text(sample, "limit", "type");
    return limit == null ? "no output" : "no output: the limit of " + limit + " was reached";
  }

  /** The sample without what went on besides, and with long texts where they were said. */
  private static JsonNode exchange(JsonNode sample, JsonNode attachments) {
    ObjectNode exchange = JsonNodeFactory.instance.objectNode();
    for (var field : sample.properties()) {
      if (!COURSE.contains(field.getKey())) {
        exchange.set(field.getKey(), attached(field.getValue(), attachments));
      }
    }
    return exchange;
  }

  /** Long texts stand once, and elsewhere by reference; pictures stay references. */
  private static JsonNode attached(JsonNode node, JsonNode attachments) {
    if (node.isTextual() && node.asText().startsWith(ATTACHMENT)) {
      String text = LogFields.text(attachments, node.asText().substring(ATTACHMENT.length()));
      return text == null || text.startsWith("data:") ? node : TextNode.valueOf(text);
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(field -> object.set(field.getKey(), attached(field.getValue(), attachments)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(item -> array.add(attached(item, attachments)));
      return array;
    }
    return node;
  }

  /** What stood before the first answer. */
  private static JsonNode asked(JsonNode sample) {
    var before = JsonNodeFactory.instance.arrayNode();
    for (JsonNode message : sample.path("messages")) {
      if (message.path("role").asText().equals("assistant")) {
        break;
      }
      before.add(message);
    }
    return before.isEmpty() ? sample.path("input") : before;
  }

  private static SequencedMap<String, String> options(JsonNode sample) {
    SequencedMap<String, String> options = new LinkedHashMap<>();
    for (String choice : LogFields.texts(sample.get("choices"))) {
      options.put(String.valueOf((char) ('A' + options.size())), choice);
    }
    return options;
  }

  private static LoggedTrial.Verdict verdict(JsonNode sample) {
    JsonNode scores = sample.get("scores");
    if (scores == null || !scores.isObject() || scores.isEmpty()) {
      return LoggedTrial.Verdict.NONE;
    }
    JsonNode first = scores.properties().iterator().next().getValue();
    JsonNode value = first.path("value");
    Double score =
        switch (value.asText()) {
          case "C" -> Double.valueOf(1);
          case "P" -> Double.valueOf(0.5);
          case "I", "N" -> Double.valueOf(0);
          default -> LogFields.number(value);
        };
    return new LoggedTrial.Verdict(LogFields.text(first, "answer"), score);
  }
}
