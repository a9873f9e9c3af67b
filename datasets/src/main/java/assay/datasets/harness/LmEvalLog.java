package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Stated;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code samples_*.jsonl} of lm-evaluation-harness (EleutherAI, {@code --log_samples}) and, with
 * other fields, of lmms-eval. A row stands once for each filter; the first filter's rows count.
 * Where the model ranked the options by log-likelihood, the reply is the option of the highest.
 */
final class LmEvalLog implements LogFormat {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<before>\\d{8}_\\d{6})_)?samples_(?<task>.+?)"
              + "(?:_(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d.:-]+))?\\.jsonl.*");

  private static final Set<String> NO_METRICS =
      Set.of(
          "doc_id",
          "doc",
          "target",
          "arguments",
          "resps",
          "filtered_resps",
          "filter",
          "metrics",
          "doc_hash",
          "prompt_hash",
          "target_hash",
          "input",
          "token_counts",
          "sample_len");

  private final boolean multimodal;

  /**
   * @param multimodal whether the log is of lmms-eval
   */
  LmEvalLog(boolean multimodal) {
    this.multimodal = multimodal;
  }

  @Override
  public String program() {
    return multimodal ? "lmms-eval" : "lm-evaluation-harness";
  }

  @Override
  public String holds() {
    return multimodal
        ? "records with doc_id, target, filtered_resps and input"
        : "records with doc, target, arguments, resps and filtered_resps";
  }

  @Override
  public boolean recognises(LogFile file) {
    boolean common =
        file.layout() != LogFile.Layout.ARCHIVE && file.has("doc_id", "target", "filtered_resps");
    return common && file.has("doc", "arguments") != multimodal;
  }

  @Override
  public Heading heading(LogFile file) {
    Matcher name = NAME.matcher(String.valueOf(file.path().getFileName()));
    return name.matches()
        ? new Heading(name.group("task"), model(beside(file.path(), name)))
        : Heading.NONE;
  }

  /** The results, a file beside the log that has the same time; null where there is none. */
  private static @Nullable LogFile beside(Path log, Matcher name) {
    String time = name.group("time");
    String before = name.group("before");
    String results =
        before != null ? before + "_results.json" : time != null ? "results_" + time + ".json" : "";
    Path file = log.resolveSibling(results);
    if (results.isEmpty() || !Files.isRegularFile(file)) {
      return null;
    }
    LogFile beside = LogFile.of(file);
    return beside.layout() == LogFile.Layout.DOCUMENT ? beside : null;
  }

  /** The model stands in the results alone. */
  private static @Nullable String model(@Nullable LogFile results) {
    String text = results == null ? null : LogFields.scalar(results.member("model_name"));
    return text == null || text.isBlank() ? null : text;
  }

  /** Settings of the task, from the results; empty where they do not stand there. */
  private static SequencedMap<String, String> settings(LogFile file) {
    Matcher name = NAME.matcher(String.valueOf(file.path().getFileName()));
    LogFile results = name.matches() ? beside(file.path(), name) : null;
    JsonNode configs = results == null ? null : results.member("configs");
    return configs == null
        ? new LinkedHashMap<>()
        : LogSettings.of(LogFields.at(configs, name.group("task"), "generation_kwargs"));
  }

  /** Without {@code resps} there is only what the filter left. */
  @Override
  public boolean isFiltered(LoggedTrial trial) {
    return trial.reply() != null && !trial.record().has("resps");
  }

  @Override
  public void read(LogFile file, TrialTaker taker) {
    List<String> filters = new ArrayList<>();
    SequencedMap<String, String> beside = settings(file);
    file.records(
        null,
        (place, record) -> {
          String filter = String.valueOf(LogFields.text(record, "filter"));
          if (filters.isEmpty()) {
            filters.add(filter);
          }
          if (!filter.equals(filters.getFirst())) {
            taker.leftOut();
            return;
          }
          LoggedTrial trial = trial(place, record, beside);
          taker.take(trial);
          repeats(record).forEach(repeat -> taker.take(trial.repeated(repeat.epoch, repeat.reply)));
        });
  }

  private record Repeat(int epoch, String reply) {}

  /** Further replies to the one request, where the task asks several times. */
  private static List<Repeat> repeats(JsonNode record) {
    JsonNode replies = record.path("resps");
    List<Repeat> repeats = new ArrayList<>();
    if (replies.size() == 1 && replies.get(0).isArray() && replies.get(0).size() > 1) {
      for (int i = 1; i < replies.get(0).size(); i++) {
        String reply = LogFields.scalar(replies.get(0).get(i));
        if (reply != null) {
          repeats.add(new Repeat(i + 1, reply));
        }
      }
    }
    return repeats;
  }

  private LoggedTrial trial(String place, JsonNode record, SequencedMap<String, String> beside) {
    JsonNode doc = record.path("doc");
    List<JsonNode> requests = requests(record);
    boolean ranked = requests.size() > 1 && record.path("resps").size() == requests.size();
    if (ranked && requests.stream().anyMatch(request -> request.path("arg_1").isObject())) {
      throw AssayException.data(
          Problem.of("the model was asked " + requests.size() + " times for this question")
              .at(place)
              .expected("one generated reply, or a log-likelihood for each option"));
    }
    return ranked
        ? ranked(place, record, doc, requests)
        : generated(place, record, doc, requests, beside);
  }

  private LoggedTrial generated(
      String place,
      JsonNode record,
      JsonNode doc,
      List<JsonNode> requests,
      SequencedMap<String, String> beside) {
    String prompt =
        requests.isEmpty() ? LogFields.text(record, "input") : prompt(requests.getFirst());
    String filtered = first(record.get("filtered_resps"));
    boolean whole = record.has("resps");
    String reply = whole ? first(record.get("resps")) : filtered;
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        id(record, doc),
        1,
        prompt,
        new Stated(
            null,
            null,
            requests.isEmpty() ? beside : LogSettings.of(requests.getFirst().get("arg_1"))),
        LogFields.text(doc, "question"),
        LogFields.options(doc),
        new LoggedTrial.Right(LogFields.texts(record.get("target")), null),
        reply,
        reply != null ? null : whole ? "no reply: resps holds none" : "no reply",
        new LoggedTrial.Verdict(
            whole && reply != null ? filtered : null,
            score(record, LogFields.text(record, "filter"))),
        spent(record),
        record);
  }

  private LoggedTrial ranked(String place, JsonNode record, JsonNode doc, List<JsonNode> requests) {
    SequencedMap<String, String> options = new LinkedHashMap<>();
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < requests.size(); i++) {
      String said = String.valueOf(LogFields.text(requests.get(i), "arg_1")).strip();
      options.put(String.valueOf((char) ('A' + i)), said);
      String likelihood = first(record.path("resps").get(i));
      double value = number(likelihood, place);
      if (value > highest) {
        highest = value;
        best = i;
      }
    }
    String key = best < 0 ? null : String.valueOf((char) ('A' + best));
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        id(record, doc),
        1,
        prompt(requests.getFirst()),
        Stated.NOTHING,
        LogFields.text(doc, "question"),
        options,
        new LoggedTrial.Right(LogFields.texts(record.get("target")), GoldForm.INDEX),
        key,
        key == null ? "no log-likelihood" : null,
        new LoggedTrial.Verdict(key, score(record, null)),
        LoggedTrial.Spent.UNKNOWN,
        record);
  }

  private static double number(@Nullable String likelihood, String place) {
    if (likelihood == null || likelihood.equals("None")) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(likelihood.replace("inf", "Infinity")); // as Python writes it
    } catch (NumberFormatException e) {
      throw AssayException.data(
          Problem.of("'" + cut(likelihood) + "' is no log-likelihood")
              .at(place)
              .expected("a number for each option, in resps"));
    }
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** The task's own name of the question where it has one, else its number. */
  private static String id(JsonNode record, JsonNode doc) {
    String own = LogFields.text(doc, "id");
    return own == null ? String.valueOf(LogFields.text(record, "doc_id")) : own;
  }

  private static List<JsonNode> requests(JsonNode record) {
    List<JsonNode> requests = new ArrayList<>();
    JsonNode arguments = record.get("arguments");
    if (arguments != null && arguments.isObject()) {
      arguments.properties().forEach(entry -> requests.add(entry.getValue()));
    } else if (arguments != null && arguments.isArray()) {
      for (JsonNode pair : arguments) {
        requests.add(
            JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("arg_0", pair.get(0))
                .set("arg_1", pair.get(1)));
      }
    }
    return requests;
  }

  /** The prompt: a text, or a chat that is written as JSON within a list. */
  private static @Nullable String prompt(JsonNode request) {
    JsonNode first = request.get("arg_0");
    while (first != null && first.isArray() && first.size() == 1) {
      first = first.get(0);
    }
    String text = LogFields.scalar(first);
    if (text != null && text.startsWith("[{")) {
      JsonNode chat = LogFile.parsed(text);
      String said = chat == null ? null : LogFields.conversation(chat);
      return said == null ? text : said;
    }
    return text;
  }

  /** The first text of nested lists. */
  private static @Nullable String first(@Nullable JsonNode node) {
    JsonNode at = node;
    while (at != null && at.isArray()) {
      at = at.isEmpty() ? null : at.get(0);
    }
    return LogFields.scalar(at);
  }

  /** The first metric that is a number. */
  private static @Nullable Double score(JsonNode record, @Nullable String filter) {
    for (String metric : LogFields.texts(record.get("metrics"))) {
      Double value = LogFields.number(record, metric);
      if (value == null && filter != null) {
        value = LogFields.number(record, metric + "," + filter);
      }
      if (value != null) {
        return value;
      }
    }
    for (var field : record.properties()) {
      Double value =
          NO_METRICS.contains(field.getKey()) ? null : LogFields.number(field.getValue());
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static LoggedTrial.Spent spent(JsonNode record) {
    JsonNode counts = record.path("token_counts").path(0);
    return new LoggedTrial.Spent(
        LogFields.whole(counts, "input_tokens"),
        LogFields.whole(counts, "output_tokens"),
        null,
        null,
        null);
  }
}
