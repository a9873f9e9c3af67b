package assay.evaluation.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a claim. Margins and values are in the unit of the scores (0.05 is 5 points
 * where scores are shares); a margin is never negative.
 */
public sealed interface Statement {

  /** What all statements have. */
  Common common();

  /** What it says. */
  StatementKind kind();

  /** The role that the statement is about. */
  String role();

  /**
   * What all statements have.
   *
   * @param id unique in the claim
   * @param family statements of one family are judged together
   * @param where tags (also {@code kind}, {@code subset}) that narrow the samples; empty for all
   */
  record Common(String id, String family, SequencedMap<String, String> where) {
    public Common {
      where = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(where));
    }
  }

  /**
   * The first is better than the second by more than the margin.
   *
   * @param test name of the test that must reject too, or null for the default's; only where the
   *     margin is 0
   */
  record Better(Common common, String role, String than, double margin, @Nullable String test)
      implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.BETTER;
    }
  }

  /** The first is not worse than the second by the margin or more. */
  record NonInferior(Common common, String role, String to, double margin) implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.NON_INFERIOR;
    }
  }

  /** The two differ by less than the margin. */
  record Equivalent(Common common, String role, String to, double margin) implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.EQUIVALENT;
    }
  }

  /** The value is at least this. */
  record AtLeast(Common common, String role, double value) implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.AT_LEAST;
    }
  }

  /** The value is at most this. */
  record AtMost(Common common, String role, double value) implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.AT_MOST;
    }
  }

  /** The value is above what guessing is expected to reach on the same samples. */
  record BeatsChance(Common common, String role) implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.BEATS_CHANCE;
    }
  }

  /**
   * No group is worse than the rest by the margin or more.
   *
   * @param slices tags by whose values samples are grouped
   * @param minimum groups with fewer clusters (samples, where there are no clusters) are not judged
   */
  record WorstSlice(Common common, String role, List<String> slices, double margin, int minimum)
      implements Statement {
    public WorstSlice {
      slices = List.copyOf(slices);
    }

    @Override
    public StatementKind kind() {
      return StatementKind.WORST_SLICE;
    }
  }

  /** At most this share of the answers was not read: unreadable, refused or cut off. */
  record UnreadAtMost(Common common, String role, double share) implements Statement {
    @Override
    public StatementKind kind() {
      return StatementKind.UNREAD_AT_MOST;
    }
  }
}
