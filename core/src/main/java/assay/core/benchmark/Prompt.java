package assay.core.benchmark;

import assay.core.AnswerKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a sample is put into words. Templates hold {@code {question}}, {@code {options}}, {@code
 * {unit}} and {@code {images}}; each is replaced once and what was put in is never looked at again.
 *
 * @param system text of the system message, or null for none
 * @param template the user's message; pictures stand before it unless it says {@code {images}}
 * @param byKind templates that replace it for some kinds of answer
 * @param shots worked examples before the question, or null for none
 */
public record Prompt(
    @Nullable String system,
    String template,
    SequencedMap<AnswerKind, String> byKind,
    @Nullable Shots shots) {

  public Prompt {
    byKind = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKind));
  }

  /** The template for a kind of answer. */
  public String template(AnswerKind kind) {
    return byKind.getOrDefault(kind, template);
  }

  /**
   * Worked examples.
   *
   * @param count how many
   * @param split the split they are taken from; never the one that is measured
   * @param order how they are chosen
   */
  public record Shots(int count, String split, Order order) {

    /** How examples are chosen. */
    public enum Order {
      /** The first of the split, the same for every sample. */
      FIRST,
      /** Drawn by the run's seed once, the same for every sample. */
      RANDOM
    }
  }
}
