package assay.evaluation.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a statement can say, by the name that claim files and results give it. */
public enum StatementKind {
  /** {@link Statement.Better}. */
  BETTER("better"),
  /** {@link Statement.NonInferior}. */
  NON_INFERIOR("non-inferior"),
  /** {@link Statement.Equivalent}. */
  EQUIVALENT("equivalent"),
  /** {@link Statement.AtLeast}. */
  AT_LEAST("at-least"),
  /** {@link Statement.AtMost}. */
  AT_MOST("at-most"),
  /** {@link Statement.BeatsChance}. */
  BEATS_CHANCE("beats-chance"),
  /** {@link Statement.WorstSlice}. */
  WORST_SLICE("worst-slice"),
  /** {@link Statement.UnreadAtMost}. */
  UNREAD_AT_MOST("unread-at-most");

  private final String id;

  StatementKind(String id) {
    this.id = id;
  }

  /** Stable id. */
  public String id() {
    return id;
  }

  /** The kind of an id; empty where there is none. */
  public static Optional<StatementKind> byId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** All ids, in order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(StatementKind::id).toList();
  }
}
