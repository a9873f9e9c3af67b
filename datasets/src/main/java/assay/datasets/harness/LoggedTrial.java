package assay.datasets.harness;

import assay.core.exchange.Stated;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One question, what was answered, and what the program made of it.
 *
 * @param place where it stands in the log, for messages
 * @param origin who answered what
 * @param id the program's name for the question
 * @param epoch 1-based repetition
 * @param prompt what was put to the model, or null where the log does not hold it
 * @param stated what else the log states of what was put: pictures and settings
 * @param question the question alone, where the log holds it apart
 * @param options the options by key; empty where there are none
 * @param right what is right
 * @param reply what came back, or null where nothing did
 * @param error why nothing came back, or null
 * @param verdict how the program read and scored it
 * @param spent what the answer took
 * @param record the log's own record
 */
record LoggedTrial(
    String place,
    Origin origin,
    String id,
    int epoch,
    @Nullable String prompt,
    Stated stated,
    @Nullable String question,
    SequencedMap<String, String> options,
    Right right,
    @Nullable String reply,
    @Nullable String error,
    Verdict verdict,
    Spent spent,
    JsonNode record) {

  LoggedTrial {
    options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
  }

  /**
   * Who answered what, as far as the record says it itself; null where it does not.
   *
   * @param system who answered
   * @param task what was asked
   * @param prompt which of several forms of the prompt, counted as the program counts
   */
  record Origin(@Nullable String system, @Nullable String task, @Nullable Integer prompt) {
    static final Origin UNSAID = new Origin(null, null, null);
  }

  /**
   * The right answers.
   *
   * @param texts as the log has them: keys, texts, or whatever the task calls right; blank ones say
   *     nothing and are left out
   * @param form how the program writes them, or null where that depends on the task
   */
  record Right(List<String> texts, @Nullable GoldForm form) {
    Right {
      texts = texts.stream().filter(text -> !text.isBlank()).toList();
    }
  }

  /**
   * How the program read and scored a reply.
   *
   * @param reading what it read, or null where the log does not say
   * @param score its score, or null
   */
  record Verdict(@Nullable String reading, @Nullable Double score) {
    static final Verdict NONE = new Verdict(null, null);
  }

  /** Tokens, seconds, cost and how the reply ended; null where the log does not say. */
  record Spent(
      @Nullable Long prompt,
      @Nullable Long completion,
      @Nullable Double seconds,
      @Nullable Double cost,
      @Nullable String finish) {
    static final Spent UNKNOWN = new Spent(null, null, null, null, null);
  }

  /** A further reply to the same; the log scores the first alone. */
  LoggedTrial repeated(int number, String other) {
    return new LoggedTrial(
        place,
        origin,
        id,
        number,
        prompt,
        stated,
        question,
        options,
        right,
        other,
        null,
        Verdict.NONE,
        Spent.UNKNOWN,
        record);
  }

  /** The right answers as the log has them. */
  List<String> gold() {
    return right.texts();
  }

  /** What the log states of what was put, the words too. */
  Stated put() {
    return new Stated(prompt, stated.images(), stated.settings());
  }

  /** What was asked, as far as the log says. */
  String asked() {
    return prompt != null ? prompt : question == null ? "" : question;
  }
}
