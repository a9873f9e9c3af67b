package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.extractor.Refusals;
import assay.reading.text.Alphabets;
import assay.reading.text.Analytes;
import assay.reading.text.Folding;
import assay.reading.text.NumberWords;
import assay.reading.text.Numerals;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number: in a value marked for machines; the last one announced ("The answer is 5 cm");
 * the value that a sentence states of the very thing asked for ({@link AskedThing}); the last
 * number of the reply where "=" or "is" leads to it; the only number that there is, or the only one
 * in a unit like the one asked for. "7 out of 9" is 7 where a score or a count is asked for ({@link
 * PartsOfWhole}). Bounds and ranges are no values. A small number may be an English word.
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
      if (cues.before(number.start()).announces()) {
        return accept(number);
      }
    }
    numbers =
        numbers.stream()
            .filter(number -> cues.before(number.start()) != Cues.Before.DENIAL)
            .toList();
    if (numbers.isEmpty()) {
      return NONE;
    }
    List<Numerals.Found> stated = stated(numbers, from, to);
    if (!stated.isEmpty()) {
      return agree(stated) ? accept(stated.getLast()) : SEVERAL;
    }
    numbers = Asides.without(numbers, folded, from);
    Numerals.Found only = only(numbers, false);
    Numerals.Found last = only == null ? numbers.getLast() : only;
    boolean led = cues.before(last.start()).states();
    if (breaksOff(from, to) || (!led && unanswered(from, to))) {
      return NONE;
    }
    if (only != null) {
      return !led && repeatsQuestion(only, to) ? NONE : accept(only);
    }
    boolean fits = presented.unit() == null || last.unit() == null || fits(last);
    if (led && fits && !Asides.compares(folded, last.start(), from)) {
      return accept(last);
    }
    Numerals.Found fitting = only(numbers, true);
    return fitting == null ? SEVERAL : accept(fitting);
  }

  /** Whether the writer declines, does not know, or finds nothing stated. */
  private boolean unanswered(int from, int to) {
    return Refusals.declines(visible)
        || Undecided.missing(folded, from, to)
        || Undecided.unknowing(folded, from, to);
  }

  /** Whether the last word is one that a result would follow: "Therefore". */
  private boolean breaksOff(int from, int to) {
    int end = to;
    while (end > from && !Character.isLetterOrDigit(folded[end - 1]) && folded[end - 1] != '.') {
      end--;
    }
    int start = end;
    while (start > from && end - start < 20 && Character.isLetter(folded[start - 1])) {
      start--;
    }
    int classes = CueWords.classes(new String(folded, start, end - start));
    return (classes & (CueWords.CONCLUSION | CueWords.COPULA)) != 0;
  }

  /** The values that the reply states of the very thing asked for. */
  private List<Numerals.Found> stated(List<Numerals.Found> numbers, int from, int to) {
    List<Integer> places = new AskedThing(presented.question()).statedAt(folded, from, to);
    List<Numerals.Found> stated = new ArrayList<>();
    for (Numerals.Found number : numbers) {
      if (places.contains(number.start()) && !number.bound() && !isOperand(number.unitEnd(), to)) {
        stated.add(number);
      }
    }
    return stated;
  }

  /** Whether an operator follows: "= 3.78 × …" does not state 3.78. */
  private boolean isOperand(int end, int to) {
    int i = end;
    while (i < to && (folded[i] == ' ' || folded[i] == '$')) {
      i++;
    }
    while (i + 1 < to && folded[i] == '*' && folded[i + 1] == '*') {
      i += 2; // emphasis
    }
    if (i >= to) {
      return false;
    }
    int word = i;
    while (i < to && Character.isLetter(folded[i])) {
      i++;
    }
    if (i > word) {
      return i < to && folded[i] == '/'; // of a unit that is not known: "5 mg/kg"
    }
    boolean dash = folded[i] == '-' && i > end && i + 1 < to && folded[i + 1] == ' ';
    boolean minus = dash && i + 2 < to && Character.isDigit(folded[i + 2]);
    boolean times = folded[i] == '*' && i + 1 < to && Character.isDigit(folded[i + 1]);
    return minus || times || "+/\u00D7\u00F7\u2212^\u00B7\\".indexOf(folded[i]) >= 0;
  }

  /** Whether values differ by no more than rounding does. */
  private static boolean agree(List<Numerals.Found> numbers) {
    Numerals.Found last = numbers.getLast();
    for (Numerals.Found number : numbers) {
      boolean sameUnit =
          number.unit() == null || last.unit() == null || number.unit().equals(last.unit());
      double of = "%".equals(last.unit()) && number.unit() == null ? 100 : 1; // "= 0.25", "25%"
      boolean near = near(number.value(), last.value()) || near(of * number.value(), last.value());
      if (!sameUnit || !near) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= 0.01 * Math.abs(other);
  }

  /**
   * Whether a reply that breaks off repeats a number of the question: "A length of 65 mm
   * corresponds to an age of".
   */
  private boolean repeatsQuestion(Numerals.Found number, int to) {
    int behind = number.unitEnd();
    boolean breaksOff = Character.isLetter(folded[to - 1]) && !Alphabets.isUnspaced(folded[to - 1]);
    boolean words = false;
    for (int i = behind; i < to; i++) {
      words |= folded[i] == ' ' && i + 1 < to && Character.isLetter(folded[i + 1]);
    }
    if (!breaksOff || !words) {
      return false;
    }
    char[] question = Folding.fold(presented.question());
    return Numerals.all(question, 0, question.length, presented.language()).stream()
        .anyMatch(asked -> asked.value() == number.value());
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

  /** As stated; an analyte's concentration that the question names in the unit asked for. */
  private Reading accept(Numerals.Found number) {
    if (number.bound()) {
      return BOUND;
    }
    int half = NumberWords.half(folded, number.unitEnd(), visible.end());
    if (half >= 0) {
      String unit = number.unit() == null ? null : Units.code(number.unit());
      return Readings.read(new Answer.Number(number.value() + 0.5, unit), number.start(), half);
    }
    String said = number.unit();
    String asked = presented.unit();
    OptionalDouble molar =
        said == null || asked == null || Units.sameDimension(asked, said)
            ? OptionalDouble.empty()
            : Analytes.convert(number.value(), said, asked, presented.question());
    Answer.Number answer =
        molar.isPresent()
            ? new Answer.Number(molar.getAsDouble(), asked)
            : new Answer.Number(number.value(), said == null ? null : Units.code(said));
    return Readings.read(answer, number.start(), number.unitEnd());
  }

  /** A number written in words, if there is one only. */
  private Reading word(int from, int to) {
    NumberWords.Found found = null;
    int foundAt = -1;
    int i = from;
    while (i < to) {
      if (!Character.isLetter(folded[i])) {
        i++;
        continue;
      }
      int start = i;
      while (i < to && Character.isLetter(folded[i])) {
        i++;
      }
      NumberWords.Found number = NumberWords.at(folded, start, to);
      boolean pronoun = number != null && number.value() == 1 && (start > from || i < to);
      if (number == null || pronoun) {
        i = number == null ? afterHyphens(i, to) : i;
        continue;
      }
      if (found != null && found.value() != number.value()) {
        return SEVERAL;
      }
      found = number;
      foundAt = start;
      i = number.end();
    }
    return found == null
        ? NONE
        : Readings.read(new Answer.Number(found.value(), null), foundAt, found.end());
  }

  /** Passes over the rest of a word with hyphens: "two-thirds". */
  private int afterHyphens(int end, int to) {
    int i = end;
    while (i + 1 < to && folded[i] == '-' && Character.isLetter(folded[i + 1])) {
      i++;
      while (i < to && Character.isLetter(folded[i])) {
        i++;
      }
    }
    return i;
  }
}
