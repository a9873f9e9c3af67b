package assay.datasets.harness;

import assay.core.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code promptfoo eval -o results.json}: one record for each test, prompt and provider. What is
 * right is taken from the test's variables ({@code answer}, {@code target}, {@code expected}, …). A
 * test that bears an id of its own and is put again in the same words is a further epoch of the
 * question.
 */
final class PromptfooLog implements LogFormat {

  @Override
  public String program() {
    return "promptfoo";
  }

  @Override
  public String holds() {
    return "a document with results.results, each with prompt, vars and response";
  }

  @Override
  public boolean recognises(LogFile file) {
    return file.layout() == LogFile.Layout.DOCUMENT && file.has("results", "config");
  }

  @Override
  public Heading heading(LogFile file) {
    JsonNode config = file.member("config");
    if (config == null) {
      return Heading.NONE;
    }
    JsonNode providers = config.path("providers");
    JsonNode first = providers.isArray() ? providers.path(0) : providers;
    return new Heading(
        LogFields.text(config, "description"),
        first.isTextual() ? first.asText() : LogFields.scalar(first.get("id")));
  }

  @Override
  public boolean severalSystems() {
    return true;
  }

  private record Put(LoggedTrial.Origin origin, String id, String prompt) {}

  @Override
  public void read(LogFile file, TrialTaker taker) {
    Map<Put, Integer> epochs = new HashMap<>();
    file.records(
        "results.results[]",
        (place, record) -> {
          String own = LogFields.text(record, "vars", "id");
          String number = String.valueOf(LogFields.text(record, "testIdx"));
          int epoch = 1;
          if (own != null) {
            String words = String.valueOf(LogFields.text(record, "prompt", "raw"));
            Put put = new Put(origin(record), own, Sha256.of(words));
            epoch = epochs.merge(put, 1, Integer::sum);
          }
          taker.take(trial(place, record, own == null ? number : own, epoch));
        });
  }

  /** The name that the user gave the provider, else the provider's id; older files have a text. */
  private static LoggedTrial.Origin origin(JsonNode record) {
    JsonNode provider = record.path("provider");
    String label = LogFields.text(provider, "label");
    String id = provider.isTextual() ? provider.asText() : LogFields.text(provider, "id");
    Long prompt = LogFields.whole(record, "promptIdx");
    return new LoggedTrial.Origin(
        label == null || label.isBlank() ? id : label,
        null,
        prompt == null ? null : Integer.valueOf((int) Math.min(prompt, Integer.MAX_VALUE)));
  }

  private static LoggedTrial trial(String place, JsonNode record, String id, int epoch) {
    JsonNode vars = record.path("vars");
    JsonNode response = record.path("response");
    @Nullable JsonNode output = response.get("output");
    boolean answered = output != null && !output.isNull();
    String said = LogFields.scalar(output);
    @Nullable Double milliseconds = LogFields.number(record, "latencyMs");
    JsonNode chat = LogFile.parsed(LogFields.text(record, "prompt", "raw"));
    return new LoggedTrial(
        place,
        origin(record),
        id,
        epoch,
        chat != null && chat.isArray()
            ? LogFields.conversation(chat)
            : LogFields.text(record, "prompt", "raw"),
        LogFields.text(vars, "question"),
        LogFields.options(vars),
        new LoggedTrial.Right(LogFields.gold(vars), null),
        answered ? (said == null ? String.valueOf(output) : said) : null,
        answered ? null : error(record, response),
        new LoggedTrial.Verdict(null, LogFields.number(record, "score")),
        new LoggedTrial.Spent(
            LogFields.whole(response, "tokenUsage", "prompt"),
            LogFields.whole(response, "tokenUsage", "completion"),
            milliseconds == null ? null : milliseconds / 1000,
            LogFields.number(record, "cost"),
            LogFields.text(response, "finishReason")),
        record);
  }

  private static String error(JsonNode record, JsonNode response) {
    String error = LogFields.text(record, "error");
    String own = error == null ? LogFields.text(response, "error") : error;
    return own == null ? "no output" : own;
  }
}
