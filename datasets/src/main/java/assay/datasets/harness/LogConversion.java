package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sha256;
import assay.datasets.spill.KeyedRecords;
import assay.datasets.spill.RecordReader;
import assay.datasets.spill.RecordWriter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a benchmark with recorded answers of a log alone: {@code benchmark.yaml}, {@code
 * samples.jsonl}, {@code replies.jsonl} in a folder. A question is what was put to the model, as a
 * whole, where the log holds it. It asks for a choice where options are known (from the task, or
 * from the prompt's lines) and one of them is right; for yes or no where that is right; else for
 * text. Further epochs are further answers to the same question.
 */
public final class LogConversion {

  private static final int MOST_NAMED = 3;
  private static final int LONGEST_NAMED = 40;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** ASCII alone: escapes hold what UTF-8 cannot, halves of characters. */
  private static final ObjectWriter WRITER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer();

  private final SequencedSet<String> kinds = new LinkedHashSet<>();

  /** By id: what was put, and what of it must be the same in every epoch, as digests. */
  private final KeyedRecords asked = new KeyedRecords();

  private final KeyedRecords answered = new KeyedRecords();
  private @Nullable GoldForm form;
  private boolean prompts;
  private int epochs = 1;
  private long questions;
  private long repeated;
  private long filtered;
  private long failed;
  private long outside;
  private final List<String> firstOutside = new ArrayList<>();

  private LogConversion() {}

  /**
   * What was made of logs.
   *
   * @param folder holds the benchmark
   * @param name the benchmark's name
   * @param replies the file of recorded answers
   * @param questions how many questions
   * @param epochs how often a question was asked at most
   * @param repeated answers in epochs beyond the first that a question has
   * @param filtered records of further filters of the same answers, which are left out
   * @param failed questions without an answer
   * @param prompts whether the log holds what was put to the model
   * @param outside questions that have options, none of which the log calls right, so that they ask
   *     for something else than a choice
   * @param firstOutside the first of those, with what the log calls right
   * @param doubts where names were taken from that could be others
   */
  public record Made(
      Path folder,
      String name,
      Path replies,
      long questions,
      int epochs,
      long repeated,
      long filtered,
      long failed,
      boolean prompts,
      long outside,
      List<String> firstOutside,
      List<String> doubts) {
    public Made {
      firstOutside = List.copyOf(firstOutside);
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Writes a benchmark into a folder.
   *
   * @param logs parts of one log: of one program, one task
   * @param system which of those who answered, or what to call the one; null for what the log says
   * @throws AssayException if a log cannot be read, or holds no question; if the logs are of
   *     several programs, tasks or systems; if a question stands twice, or what is right cannot be
   *     told
   */
  public static Made write(List<HarnessLog> logs, @Nullable String system, Path folder) {
    LogConversion conversion = new LogConversion();
    try {
      return conversion.make(logs, system, folder);
    } finally {
      conversion.asked.close();
      conversion.answered.close();
    }
  }

  private Made make(List<HarnessLog> logs, @Nullable String system, Path folder) {
    HarnessLog first = logs.getFirst();
    for (HarnessLog log : logs) {
      if (!log.program().equals(first.program())) {
        throw AssayException.usage(
            Problem.of("the logs are of " + first.program() + " and of " + log.program())
                .at(log.path().toString())
                .expected("parts of one log")
                .remedy("import them one by one, and compare: assay diff RUN RUN"));
      }
    }
    requireOneTask(logs);
    LogSystems.Chosen chosen = LogSystems.of(logs).choose(system);
    form = form(logs, chosen);
    Path replies = folder.resolve("replies.jsonl");
    try (BufferedWriter samples = writer(folder.resolve("samples.jsonl"));
        BufferedWriter answers = writer(replies)) {
      for (HarnessLog log : logs) {
        log.read(chosen.holds(), new Writing(samples, answers));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
    if (questions == 0) {
      throw AssayException.data(
          Problem.of("the log holds no question").at(first.path().toString()));
    }
    String name = name(first);
    try {
      Files.writeString(
          folder.resolve("benchmark.yaml"),
          sources(logs) + yaml(first, name, chosen.name()),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
    List<String> doubts =
        system != null
            ? List.of()
            : logs.stream().flatMap(log -> log.doubt().stream()).distinct().toList();
    return new Made(
        folder,
        name,
        replies,
        questions,
        epochs,
        repeated,
        filtered,
        failed,
        prompts,
        outside,
        firstOutside,
        doubts);
  }

  private static void requireOneTask(List<HarnessLog> logs) {
    SequencedSet<String> tasks = new LinkedHashSet<>();
    for (HarnessLog log : logs) {
      tasks.add(String.valueOf(log.task()));
    }
    if (tasks.size() > 1) {
      throw AssayException.usage(
          Problem.of("the logs are of " + tasks.size() + " tasks: " + String.join(", ", tasks))
              .at(logs.getFirst().path().toString())
              .expected("parts of one log")
              .remedy("import them one by one"));
    }
  }

  private static @Nullable GoldForm form(List<HarnessLog> logs, LogSystems.Chosen chosen) {
    GoldSurvey survey = new GoldSurvey();
    for (HarnessLog log : logs) {
      log.read(chosen.holds(), trial -> survey.add(trial, options(trial)));
    }
    return survey.form().orElse(null);
  }

  private static SequencedMap<String, String> options(LoggedTrial trial) {
    return trial.options().isEmpty() ? PromptOptions.of(trial.asked()) : trial.options();
  }

  /** The logs that the benchmark is made of, which the run file keeps with it. */
  private static String sources(List<HarnessLog> logs) {
    StringBuilder sources = new StringBuilder();
    for (HarnessLog log : logs) {
      try (InputStream in = Files.newInputStream(log.path())) {
        sources
            .append("# made of ")
            .append(quoted(String.valueOf(log.path().getFileName())))
            .append(", SHA-256 ")
            .append(Sha256.of(in))
            .append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + log.path() + " again", e);
      }
    }
    return sources.toString();
  }

  private static BufferedWriter writer(Path path) throws IOException {
    return Files.newBufferedWriter(path, StandardCharsets.UTF_8);
  }

  private final class Writing implements TrialTaker {
    private final BufferedWriter samples;
    private final BufferedWriter answers;

    Writing(BufferedWriter samples, BufferedWriter answers) {
      this.samples = samples;
      this.answers = answers;
    }

    @Override
    public void take(LoggedTrial trial) {
      if (answered.add(new RecordWriter(trial.epoch() + " " + trial.id())) < 0) {
        throw AssayException.data(
            Problem.of("the log has the question '" + trial.id() + "' twice")
                .at(trial.place())
                .expected("one record a question and epoch")
                .remedy("import one log at a time"));
      }
      epochs = Math.max(epochs, trial.epoch());
      String prompt = Sha256.of(trial.asked());
      String same = Sha256.of(options(trial) + " " + trial.gold());
      int number = asked.add(new RecordWriter(trial.id()).text(prompt).text(same));
      boolean first = number >= 0;
      @Nullable RecordReader before = first ? null : asked.read(-number - 1);
      boolean samePrompt = before == null || before.required().equals(prompt);
      if (before != null && !before.required().equals(same)) {
        throw AssayException.data(
            Problem.of(
                    "the question '"
                        + trial.id()
                        + "' has other options, or another right answer, in epoch "
                        + trial.epoch())
                .at(trial.place())
                .expected("the same question in every epoch")
                .remedy("import one log at a time"));
      }
      prompts |= trial.prompt() != null;
      try {
        if (first) {
          questions++;
          line(samples, sample(trial));
        } else {
          repeated++;
        }
        line(answers, answer(trial, samePrompt ? null : trial.asked()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write what the log holds", e);
      }
      failed += trial.reply() == null ? 1 : 0;
    }

    @Override
    public void leftOut() {
      filtered++;
    }
  }

  private static void line(BufferedWriter out, JsonNode record) throws IOException {
    out.write(WRITER.writeValueAsString(record));
    out.write('\n');
  }

  private ObjectNode sample(LoggedTrial trial) {
    SequencedMap<String, String> options = options(trial);
    NavigableSet<String> keys = GoldSurvey.keys(trial, options, form);
    Optional<Boolean> yesNo =
        trial.gold().size() == 1 ? LoggedGold.yesNo(trial.gold().getFirst()) : Optional.empty();
    boolean choice = !options.isEmpty() && !keys.isEmpty();
    String kind = choice ? "choice" : yesNo.isPresent() ? "yes-no" : "text";
    kinds.add(kind);
    if (!choice && !options.isEmpty() && !trial.gold().isEmpty()) {
      outside++;
      if (firstOutside.size() < MOST_NAMED) {
        firstOutside.add(trial.id() + " (" + shortened(String.join(", ", trial.gold())) + ")");
      }
    }
    ObjectNode sample =
        JSON.objectNode().put("id", trial.id()).put("kind", kind).put("question", trial.asked());
    ObjectNode shown = sample.putObject("options");
    if (choice) {
      options.forEach(shown::put);
    }
    ArrayNode gold = sample.putArray("gold");
    List<String> texts = trial.gold().isEmpty() ? List.of("(not in the log)") : trial.gold();
    (choice ? List.copyOf(keys) : texts).forEach(gold::add);
    sample.put("answer", yesNo.map(yes -> yes ? "yes" : "no").orElse(""));
    return sample;
  }

  private static String shortened(String gold) {
    return gold.codePointCount(0, gold.length()) <= LONGEST_NAMED
        ? gold
        : gold.substring(0, gold.offsetByCodePoints(0, LONGEST_NAMED)) + "…";
  }

  /**
   * @param prompt what was put, where it is not what was put in the first epoch; else null
   */
  private static ObjectNode answer(LoggedTrial trial, @Nullable String prompt) {
    LoggedTrial.Spent spent = trial.spent();
    ObjectNode answer =
        JSON.objectNode()
            .put("id", trial.id())
            .put("epoch", trial.epoch())
            .put("prompt", prompt)
            .put("reply", trial.reply())
            .put("error", trial.reply() == null ? String.valueOf(trial.error()) : null)
            .put("reading", trial.verdict().reading())
            .put("score", trial.verdict().score())
            .put("prompt_tokens", spent.prompt())
            .put("completion_tokens", spent.completion())
            .put("seconds", spent.seconds())
            .put("cost", spent.cost())
            .put("finish", spent.finish());
    if (trial.stated().images() != null) {
      ArrayNode images = answer.putArray("images");
      trial.stated().images().forEach(images::add);
    }
    ObjectNode settings = answer.putObject("settings");
    trial.stated().settings().forEach(settings::put);
    answer.set("log", LoggedReply.kept(trial.record()));
    return answer;
  }

  /** A log that does not say what was asked is named by its program. */
  private static String name(HarnessLog log) {
    String safe = safe(log.task() == null ? "" : log.task());
    return safe.isEmpty() ? safe(log.program()) + "-log" : safe;
  }

  private static String safe(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._-]+", "-")
        .replaceAll("^[^a-z0-9]+|-+$", "");
  }

  private String yaml(HarnessLog log, String name, String system) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("assay: 1\nname: ").append(quoted(name));
    yaml.append("\ntitle: ")
        .append(
            quoted(
                (log.task() == null ? name : log.task()) + ", as " + log.program() + " logged it"));
    yaml.append("\nversion: \"1\"\nlanguage: en\n");
    yaml.append("data: {test: {path: samples.jsonl}}\n");
    yaml.append(
        "columns: {id: string, kind: string, question: string, options: \"map<string>\", gold:"
            + " \"list<string>\", answer: string}\n");
    yaml.append("sample:\n  id: \"{id}\"\n");
    TreeSet<String> here = new TreeSet<>(kinds);
    yaml.append("  kind: {from: kind, map: {");
    yaml.append(String.join(", ", here.stream().map(kind -> kind + ": " + kind).toList()));
    yaml.append("}}\n  question: \"{question}\"\n");
    if (here.contains("choice")) {
      yaml.append("  options: {from: options}\n");
    }
    yaml.append("  target:\n");
    here.forEach(kind -> yaml.append("    ").append(kind).append(": ").append(target(kind)));
    yaml.append("  tags: {prompt: ").append(prompts ? "logged" : "\"not logged\"").append("}\n");
    yaml.append("prompt: \"{question}\"\narms: [standard]\n");
    yaml.append(rules("read", here, "layered"));
    yaml.append(rules("score", here, null));
    yaml.append(rules("metrics", here, "accuracy"));
    yaml.append("recordings:\n  - files: replies.jsonl\n    system: ")
        .append(quoted(system.replace("{", "{{").replace("}", "}}")));
    yaml.append(
        """

            join: id
            id: "{id}"
            epoch: epoch
            partial: %s
            reply: reply
            error: error
            reading: reading
            score: score
            usage: {prompt: prompt_tokens, completion: completion_tokens}
            seconds: seconds
            cost: cost
            finish: finish
            asked: {prompt: prompt, images: images, settings: settings}
        """
            .formatted(epochs > 1)); // of some questions there may be fewer
    return yaml.toString();
  }

  private static String target(String kind) {
    return switch (kind) {
      case "choice" -> "{keys: {from: gold}}\n";
      case "yes-no" -> "{answer: \"{answer}\"}\n";
      default -> "{texts: {from: gold}}\n";
    };
  }

  private static String rules(String key, Set<String> kinds, @Nullable String rule) {
    return key
        + ": {"
        + String.join(
            ", ",
            kinds.stream().map(kind -> kind + ": [" + (rule == null ? kind : rule) + "]").toList())
        + "}\n";
  }

  private static String quoted(String text) {
    return JSON.textNode(text).toString();
  }
}
