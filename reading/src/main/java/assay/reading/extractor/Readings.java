package assay.reading.extractor;

import assay.core.Answer;
import assay.core.measure.Reading;
import assay.core.measure.Span;

/** Short ways to say what was read. */
public final class Readings {

  /** No option, number, day or word of the asked kind is named. */
  public static final Reading NO_OPTION = new Reading.Unreadable("no option named");

  /** Different options are named, and none is marked as the answer. */
  public static final Reading SEVERAL_OPTIONS = new Reading.Unreadable("several options named");

  /** A letter is named that no option bears. */
  public static final Reading FOREIGN_LETTER = new Reading.Unreadable("letter is no option");

  private Readings() {}

  /** An answer and where it stands. */
  public static Reading read(Answer answer, int start, int end) {
    return new Reading.Read(answer, new Span(start, end), false);
  }

  /** An option and where it stands. */
  public static Reading option(String key, int start, int end) {
    return read(Answer.Choice.of(key), start, end);
  }

  /** No answer, and why. */
  public static Reading unreadable(String reason) {
    return new Reading.Unreadable(reason);
  }
}
