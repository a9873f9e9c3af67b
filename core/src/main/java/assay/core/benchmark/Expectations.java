package assay.core.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What recorded answers must give: figures that others stated or counted, to be compared with what
 * Assay makes of the same files.
 *
 * @param benchmark name of the benchmark
 * @param version its version
 * @param origin where the figures come from
 * @param recordings one for each system's answers
 */
public record Expectations(
    String benchmark, String version, String origin, List<Recording> recordings) {

  public Expectations {
    recordings = List.copyOf(recordings);
  }

  /**
   * The answers of one system to one split.
   *
   * @param files paths below the data folder, each with its SHA-256
   * @param settings what is said besides on the model's specification, key by key
   * @param split the split, or null for the benchmark's first
   * @param subset the subset, or null for the whole
   * @param remark what a reader of the figures should know, or null
   * @param figures what must come out
   */
  public record Recording(
      SequencedMap<String, String> files,
      SequencedMap<String, String> settings,
      @Nullable String split,
      @Nullable String subset,
      @Nullable String remark,
      List<Figure> figures) {

    public Recording {
      files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
      settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
      figures = List.copyOf(figures);
    }
  }

  /**
   * One number.
   *
   * @param quantity what it measures
   * @param value what it must be
   * @param tolerance how far away it may be, on either side
   * @param known a difference that is known, or null
   */
  public record Figure(
      Quantity quantity, double value, double tolerance, @Nullable KnownDifference known) {}

  /**
   * A figure that is known not to come out.
   *
   * @param found what comes out instead, within the figure's tolerance
   * @param reason why
   */
  public record KnownDifference(double found, String reason) {}

  /** What a figure measures. */
  public sealed interface Quantity {

    /** Trials of the run, by what became of them. */
    record Trials(Count count) implements Quantity {}

    /** What the answers took. */
    record Spent(Expense expense) implements Quantity {}

    /**
     * An estimate, or a count that stands with it.
     *
     * @param metric name of the metric
     * @param extractor name of the rule that read
     * @param scorer name of the rule that scored
     * @param subset the subset, or null for the whole
     * @param slice tag values that narrow it
     * @param part what of the estimate
     */
    record Scored(
        String metric,
        String extractor,
        String scorer,
        @Nullable String subset,
        SequencedMap<String, String> slice,
        Part part)
        implements Quantity {
      public Scored {
        slice = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(slice));
      }
    }
  }

  /** What became of trials. */
  public enum Count {
    PLANNED("planned"),
    ANSWERED("answered"),
    FAILED("failed"),
    SKIPPED("skipped"),
    SURPLUS_ROWS("surplus-rows");

    private final String id;

    Count(String id) {
      this.id = id;
    }

    /** Its key in {@code expected.yaml}. */
    public String id() {
      return id;
    }
  }

  /**
   * What answers took.
   *
   * @param kind tokens, cost or time
   * @param price the price of tokens where an answer does not state its cost, or null
   */
  public record Expense(Kind kind, @Nullable Price price) {

    /** Tokens, cost or time. */
    public enum Kind {
      /** Tokens of all requests. */
      PROMPT_TOKENS("prompt-tokens"),
      /** Tokens of all replies. */
      COMPLETION_TOKENS("completion-tokens"),
      /** Mean cost of an answer. */
      MEAN_COST("mean-cost"),
      /** Mean seconds of an answer. */
      MEAN_SECONDS("mean-seconds");

      private final String id;

      Kind(String id) {
        this.id = id;
      }

      /** Its key in {@code expected.yaml}. */
      public String id() {
        return id;
      }
    }
  }

  /** The price of a million tokens. */
  public record Price(double prompt, double completion) {}

  /** What of an estimate. */
  public enum Part {
    VALUE("value"),
    VALUE_OF_READ("value-of-read"),
    MEAN_OVER_SUBSETS("mean-over-subsets"),
    N("n"),
    READ("read"),
    /** Unreadable, refused and truncated together. */
    UNREAD("unread"),
    GUESSED("guessed"),
    GUESSED_RIGHT("guessed-right"),
    UNDEFINED("undefined");

    private final String id;

    Part(String id) {
      this.id = id;
    }

    /** Its key in {@code expected.yaml}. */
    public String id() {
      return id;
    }

    /** Whether it is a whole number that must be equal. */
    public boolean isCount() {
      return compareTo(N) >= 0;
    }
  }
}
