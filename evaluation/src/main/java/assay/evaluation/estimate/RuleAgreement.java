package assay.evaluation.estimate;

import assay.core.AnswerKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several extractors make of the same answers: how each scores, and how far they agree.
 *
 * @param model name of the reader
 * @param arm name of the arm
 * @param kind kind of answer that is asked for
 * @param scorer rule that scored, the kind's first
 * @param answered answers that all of them looked at
 * @param rules one for each extractor, in the scoring's order
 */
public record RuleAgreement(
    String model, String arm, AnswerKind kind, String scorer, long answered, List<OfRule> rules) {

  public RuleAgreement {
    rules = List.copyOf(rules);
  }

  /**
   * What one extractor made of the answers.
   *
   * @param extractor name@version
   * @param applicable whether the rule can apply here: not where it needs what no reply has
   *     (log-probabilities, a recorded reading), nor where all it reads are answers of another kind
   * @param score mean score over the answers with a defined one (what no judge looked at, and of
   *     what the recording states no reading, has none); null where there are none, or the rule
   *     cannot apply
   * @param read answers that were read
   * @param unread answers that were not
   * @param guessed of those read: made up
   * @param differing answers read otherwise than by the first extractor, of those of which both
   *     have something to say
   * @param kappas Cohen's κ with each extractor, in order, over the answers of which both have
   *     something to say (not: what no judge looked at, and of what the recording states no
   *     reading), what was not read being a class of its own; null with itself, where it is
   *     undefined, where a rule cannot apply, and where one read more than 262144 different answers
   * @param meanKappa mean of those with the others that read at least half of the answers, or null
   *     where there are none
   */
  public record OfRule(
      String extractor,
      boolean applicable,
      @Nullable Double score,
      long read,
      long unread,
      long guessed,
      long differing,
      List<@Nullable Double> kappas,
      @Nullable Double meanKappa) {

    public OfRule {
      kappas = Collections.unmodifiableList(new ArrayList<>(kappas));
    }

    /**
     * Whether its score tells something of the answers: it applies, and read at least half of them.
     * The score of a rule that read fewer is all but the share that it read.
     */
    public boolean counts() {
      return applicable && isEnough(read, read + unread);
    }

    /** Share of answers that were not read, or NaN where there are none. */
    public double unreadShare() {
      return unread / (double) (read + unread);
    }
  }

  /** Whether so many of the answers are enough for the rule's score to count: at least half. */
  static boolean isEnough(long read, long answers) {
    return read > 0 && 2 * read >= answers;
  }

  /** The lowest score of a rule that applies and read half of the answers; null where none did. */
  public @Nullable Double lowest() {
    return extreme(true);
  }

  /** The highest score of a rule that applies and read half of the answers; null where none did. */
  public @Nullable Double highest() {
    return extreme(false);
  }

  private @Nullable Double extreme(boolean low) {
    @Nullable Double extreme = null;
    for (OfRule rule : rules) {
      @Nullable Double score = rule.score();
      if (rule.counts()
          && score != null
          && (extreme == null || (low ? score < extreme : score > extreme))) {
        extreme = score;
      }
    }
    return extreme;
  }
}
