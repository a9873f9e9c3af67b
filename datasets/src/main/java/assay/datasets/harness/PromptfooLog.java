package assay.datasets.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code promptfoo eval -o results.json}: one record for each test, prompt and provider. What is
 * right is taken from the test's variables ({@code answer}, {@code target}, {@code expected}, …).
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
    return config == null
        ? Heading.NONE
        : new Heading(
            LogFields.text(config, "description"),
            LogFields.scalar(config.path("providers").path(0).get("id")));
  }

  @Override
  public void read(LogFile file, Consumer<LoggedTrial> taker) {
    file.records("results.results[]", (place, record) -> taker.accept(trial(place, record)));
  }

  private static LoggedTrial trial(String place, JsonNode record) {
    JsonNode vars = record.path("vars");
    @Nullable String own = LogFields.text(vars, "id");
    String id = own == null ? String.valueOf(LogFields.text(record, "testIdx")) : own;
    JsonNode response = record.path("response");
    @Nullable JsonNode output = response.get("output");
    @Nullable String error = LogFields.text(record, "error");
    boolean answered = output != null && !output.isNull();
    String said = LogFields.scalar(output);
    @Nullable Double milliseconds = LogFields.number(record, "latencyMs");
    JsonNode chat = LogFile.parsed(LogFields.text(record, "prompt", "raw"));
    return new LoggedTrial(
        place,
        id,
        1,
        chat != null && chat.isArray()
            ? LogFields.conversation(chat)
            : LogFields.text(record, "prompt", "raw"),
        LogFields.text(vars, "question"),
        LogFields.options(vars),
        LogFields.gold(vars),
        answered ? (said == null ? String.valueOf(output) : said) : null,
        answered ? null : error,
        new LoggedTrial.Verdict(null, LogFields.number(record, "score")),
        new LoggedTrial.Spent(
            LogFields.whole(response, "tokenUsage", "prompt"),
            LogFields.whole(response, "tokenUsage", "completion"),
            milliseconds == null ? null : milliseconds / 1000,
            LogFields.number(record, "cost"),
            LogFields.text(response, "finishReason")),
        record);
  }
}
