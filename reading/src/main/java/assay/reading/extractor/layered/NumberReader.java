package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.text.Numerals;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number: in a value marked for machines; the last one announced ("The answer is 5 cm");
 * the last number of the reply where "=" or "is" leads to it; the only number that there is, or the
 * only one in a unit like the one asked for. "7 out of 9" is 7 where a score or a count is asked
 * for ({@link PartsOfWhole}). Bounds and ranges are no values. A small number may be an English
 * word.
 */
final class NumberReader {

  private static final Reading NONE = Readings.unreadable("no number");
  private static final Reading SEVERAL = Readings.unreadable("several numbers");
  private static final Reading BOUND = Readings.unreadable("a bound or a range, not a value");

  private static final int LOOKED_AT = 1 << 16;

  private final Presented presented;
  private final VisibleText visible;
  private final char[] folded;

  NumberReader(VisibleText visible, Presented presented) {
    this.presented = presented;
    this.visible = visible;
    folded = visible.folded();
  }

  Reading read() {
    Span value = MarkedValues.last(visible);
    if (value != null) {
      return read(value.start(), value.end());
    }
    return read(visible.start(), visible.end());
  }

  private Reading read(int start, int to) {
    int from = Math.max(start, to - LOOKED_AT);
    List<Numerals.Found> all = Numerals.all(folded, from, to, presented.language());
    List<Numerals.Found> numbers = new PartsOfWhole(folded, presented.question()).joined(all);
    if (numbers.isEmpty()) {
      return word(from, to);
    }
    Cues cues = new Cues(folded, from, to, "");
    for (Numerals.Found number : numbers.reversed()) {
      if (cues.before(number.start()) == Cues.Before.ANNOUNCEMENT) {
        return accept(number);
      }
    }
    Numerals.Found only = only(numbers, false);
    if (only != null) {
      return accept(only);
    }
    Numerals.Found last = numbers.getLast();
    boolean led = cues.before(last.start()).states();
    boolean fits = presented.unit() == null || last.unit() == null || fits(last);
    if (led && fits) {
      return accept(last);
    }
    Numerals.Found fitting = only(numbers, true);
    return fitting == null ? SEVERAL : accept(fitting);
  }

  /** The only value among the numbers, or null; if asked, among those in a unit that fits. */
  private Numerals.@Nullable Found only(List<Numerals.Found> numbers, boolean fitting) {
    Numerals.Found only = null;
    for (Numerals.Found number : numbers) {
      if (fitting && !fits(number)) {
        continue;
      }
      boolean same =
          only != null && only.value() == number.value() && only.bound() == number.bound();
      if (only != null && !same) {
        return null;
      }
      only = only == null || only.unit() == null ? number : only;
    }
    return only;
  }

  private boolean fits(Numerals.Found number) {
    String asked = presented.unit();
    return asked != null && number.unit() != null && Units.sameDimension(asked, number.unit());
  }

  private static Reading accept(Numerals.Found number) {
    if (number.bound()) {
      return BOUND;
    }
    String unit = number.unit() == null ? null : Units.code(number.unit());
    return Readings.read(new Answer.Number(number.value(), unit), number.start(), number.unitEnd());
  }

  /** A number written as a word, if there is one only. */
  private Reading word(int from, int to) {
    int found = -1;
    int foundEnd = -1;
    double value = 0;
    int i = from;
    while (i < to) {
      int start = i;
      while (i < to && Character.isLetter(folded[i])) {
        i++;
      }
      if (i == start) {
        i++;
        continue;
      }
      Integer number = i - start < 8 ? Numerals.word(new String(folded, start, i - start)) : null;
      boolean pronoun = number != null && number == 1 && (start > from || i < to);
      if (number == null || pronoun) {
        continue;
      }
      if (found >= 0 && value != number) {
        return SEVERAL;
      }
      found = start;
      foundEnd = i;
      value = number;
    }
    return found < 0 ? NONE : Readings.read(new Answer.Number(value, null), found, foundEnd);
  }
}
