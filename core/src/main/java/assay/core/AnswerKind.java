package assay.core;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of answer that a question can ask for; one permitted record of {@link Target} (beside
 * one that is not stated) and of {@link Answer} each.
 */
public enum AnswerKind {
  /** One or several keys of the options shown. */
  CHOICE("choice"),
  /** Yes or no (also: true or false). */
  YES_NO("yes-no"),
  /** Free text. */
  TEXT("text"),
  /** A number, perhaps with a unit. */
  NUMBER("number"),
  /** A day of the calendar. */
  DATE("date"),
  /** A set of labels from a vocabulary. */
  LABELS("labels");

  private final String id;

  AnswerKind(String id) {
    this.id = id;
  }

  /** The kind's name in files and messages, for example {@code yes-no}. */
  public String id() {
    return id;
  }

  /** The kind with this {@link #id()}, or empty where there is none. */
  public static Optional<AnswerKind> byId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
