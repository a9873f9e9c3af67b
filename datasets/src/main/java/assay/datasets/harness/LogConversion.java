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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
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
  private boolean scored;
  private final Named outside = new Named();
  private final Named unstated = new Named();
  private final Named filteredOnly = new Named();

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
   *     for something else than a choice; with what the log calls right
   * @param unstated questions of which the log does not say what is right, with their places
   * @param filteredOnly answers of which the log holds only what a filter left of the reply, with
   *     their places
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
      Some outside,
      Some unstated,
      Some filteredOnly,
      List<String> doubts) {
    public Made {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Some of the questions.
   *
   * @param count how many
   * @param first the first of them, in words
   */
  public record Some(long count, List<String> first) {
    public Some {
      first = List.copyOf(first);
    }
  }

  /** Counts questions, and names the first. */
  private static final class Named {
    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String name) {
      count++;
      if (first.size() < MOST_NAMED) {
        first.add(name);
      }
    }

    Some some() {
      return new Some(count, first);
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
        log.read(chosen.holds(), new Writing(log, samples, answers));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
    if (questions == 0) {
      throw AssayException.data(
          Problem.of("the log holds no question")
              .at(first.path().toString())
              .expected("a record for each question: " + first.holds())
              .remedy("take the log of a run that asked something and has ended"));
    }
    String name = ConvertedYaml.name(first);
    try {
      Files.writeString(
          folder.resolve("benchmark.yaml"),
          new ConvertedYaml(
                  kinds,
                  prompts,
                  epochs > 1,
                  unstated.count > 0,
                  scored && unstated.count == questions)
              .render(logs, name, chosen.name()),
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
        outside.some(),
        unstated.some(),
        filteredOnly.some(),
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

  private static BufferedWriter writer(Path path) throws IOException {
    return Files.newBufferedWriter(path, StandardCharsets.UTF_8);
  }

  private final class Writing implements TrialTaker {
    private final HarnessLog log;
    private final BufferedWriter samples;
    private final BufferedWriter answers;

    Writing(HarnessLog log, BufferedWriter samples, BufferedWriter answers) {
      this.log = log;
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
      requireShare(trial);
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
      scored |= trial.verdict().score() != null;
      if (log.isFiltered(trial)) {
        filteredOnly.add(trial.place());
      }
    }

    @Override
    public void leftOut() {
      filtered++;
    }
  }

  /** Recorded scores are averaged as accuracy, so they are shares. */
  private static void requireShare(LoggedTrial trial) {
    Double score = trial.verdict().score();
    if (score != null && (score < 0 || score > 1)) {
      throw AssayException.data(
          Problem.of("the log scores the answer to question '" + trial.id() + "' " + score)
              .at(trial.place())
              .expected("a score from 0 (wrong) to 1 (right)")
              .remedy(
                  "mend the record; a log whose scores are something else than shares is a"
                      + " recording of a benchmark of yours with the metric 'mean': assay run"));
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
    boolean stated = !trial.gold().isEmpty();
    boolean choice = !options.isEmpty() && (!keys.isEmpty() || !stated);
    String kind = choice ? "choice" : yesNo.isPresent() ? "yes-no" : "text";
    kinds.add(kind);
    if (!stated) {
      unstated.add(trial.place());
    } else if (!choice && !options.isEmpty()) {
      outside.add(trial.id() + " (" + shortened(String.join(", ", trial.gold())) + ")");
    }
    ObjectNode sample =
        JSON.objectNode().put("id", trial.id()).put("kind", kind).put("question", trial.asked());
    ObjectNode shown = sample.putObject("options");
    if (choice) {
      options.forEach(shown::put);
    }
    ArrayNode gold = sample.putArray("gold");
    (choice ? List.copyOf(keys) : trial.gold()).forEach(gold::add);
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
}
