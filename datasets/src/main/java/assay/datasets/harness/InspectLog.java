package assay.datasets.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Logs of Inspect (UK AISI): {@code .eval}, a zip archive of a header and one file a sample, and
 * the older {@code .json}. Values {@code C}, {@code I}, {@code P} and {@code N} are 1, 0, 0.5 and
 * 0. Of several scorers the first counts.
 */
final class InspectLog implements LogFormat {

  private static final String ATTACHMENT = "attachment://";
  private static final String SAMPLES = "samples/";

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
      case ROWS, OTHER -> false;
    };
  }

  private static boolean isSample(String entry) {
    return entry.startsWith(SAMPLES) && entry.endsWith(".json");
  }

  @Override
  public Heading heading(LogFile file) {
    JsonNode eval = eval(file);
    return eval == null
        ? Heading.NONE
        : new Heading(LogFields.text(eval, "task"), LogFields.text(eval, "model"));
  }

  private static @Nullable JsonNode eval(LogFile file) {
    if (file.layout() == LogFile.Layout.DOCUMENT) {
      return file.member("eval");
    }
    List<JsonNode> headers = new ArrayList<>();
    if (file.has("header.json")) {
      file.entries(List.of("header.json"), headers::add);
    }
    return headers.isEmpty() ? null : LogFields.at(headers.getFirst(), "eval");
  }

  @Override
  public void read(LogFile file, Consumer<LoggedTrial> taker) {
    if (file.layout() == LogFile.Layout.DOCUMENT) {
      file.records("samples[]", (place, sample) -> taker.accept(trial(place, sample)));
      return;
    }
    List<String> samples = file.names().stream().filter(InspectLog::isSample).toList();
    file.entries(
        samples,
        sample ->
            taker.accept(trial(file.path() + ", sample " + LogFields.text(sample, "id"), sample)));
  }

  private static LoggedTrial trial(String place, JsonNode sample) {
    JsonNode messages = asked(sample);
    @Nullable String error = LogFields.text(sample, "error", "message");
    @Nullable String completion = LogFields.text(sample, "output", "completion");
    JsonNode usage = sample.path("output").path("usage");
    return new LoggedTrial(
        place,
        String.valueOf(LogFields.text(sample, "id")),
        Math.max(1, sample.path("epoch").asInt(1)),
        attached(sample, LogFields.conversation(messages)),
        attached(sample, LogFields.conversation(sample.get("input"))),
        options(sample),
        LogFields.texts(sample.get("target")),
        completion == null && error == null ? "" : completion,
        error,
        verdict(sample),
        new LoggedTrial.Spent(
            LogFields.whole(usage, "input_tokens"),
            LogFields.whole(usage, "output_tokens"),
            LogFields.number(sample, "output", "time"),
            null,
            LogFields.scalar(sample.path("output").path("choices").path(0).get("stop_reason"))),
        sample);
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

  /** Long texts stand once, and elsewhere by reference. */
  private static @Nullable String attached(JsonNode sample, @Nullable String text) {
    return text != null && text.startsWith(ATTACHMENT)
        ? LogFields.text(sample, "attachments", text.substring(ATTACHMENT.length()))
        : text;
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
