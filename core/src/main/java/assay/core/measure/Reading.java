package assay.core.measure;

import assay.core.Answer;
import org.jspecify.annotations.Nullable;

/** What an extractor read in a reply. */
public sealed interface Reading {

  /**
   * An answer.
   *
   * @param answer what was read
   * @param evidence where it stands in the reply's text, or null where no one place holds it
   * @param guessed whether the rule made it up for want of a readable answer, as some rules of the
   *     field do
   */
  record Read(Answer answer, @Nullable Span evidence, boolean guessed) implements Reading {}

  /**
   * No answer could be read.
   *
   * @param reason short and stable, for example {@code empty}, {@code no option named}, {@code
   *     several options named}
   */
  record Unreadable(String reason) implements Reading {}

  /** The reader declined to answer. */
  record Refused() implements Reading {}

  /** The reply was cut before an answer. */
  record Truncated() implements Reading {}
}
