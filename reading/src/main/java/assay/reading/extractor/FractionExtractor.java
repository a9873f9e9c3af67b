package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Numerals;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.List;

/**
 * The last fraction of the reply as a number: {@code 3/4}, {@code 7 out of 10}, {@code 7 of 10}, a
 * sign such as {@code ½}; where there is none, the last number. A whole number before a fraction is
 * added ({@code 1 1/2}). What looks like a date ({@code 3/4/2021}) is no fraction, nor is a
 * division by 0. Errs on blood pressures ("120/80") and on scales ("grade 2/6").
 */
public final class FractionExtractor extends ReplyRule {

  private static final String SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
  private static final double[] VALUES = {
    1 / 2.0, 1 / 3.0, 2 / 3.0, 1 / 4.0, 3 / 4.0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1 / 6.0,
    5 / 6.0, 1 / 8.0, 3 / 8.0, 5 / 8.0, 7 / 8.0
  };

  public FractionExtractor() {
    super(
        new Descriptor(
            "fraction",
            1,
            "the last fraction (3/4, 7 out of 10, ½) as a number, else the last number",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.of(AnswerKind.NUMBER));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    char[] folded = visible.folded();
    List<Numerals.Found> all =
        Numerals.all(folded, visible.start(), visible.end(), presented.language());
    int sign = lastSign(visible);
    for (int i = all.size() - 1; i > 0; i--) {
      Numerals.Found below = all.get(i);
      Numerals.Found above = all.get(i - 1);
      boolean chain = i > 1 && isSlash(folded, all.get(i - 2).unitEnd(), above.start());
      boolean goesOn =
          i + 1 < all.size() && isSlash(folded, below.unitEnd(), all.get(i + 1).start());
      if (sign > below.start() || chain || goesOn || !parts(visible, above, below)) {
        continue;
      }
      double value = above.value() / Math.abs(below.value());
      boolean mixed = i > 1 && isWholeBefore(visible, all.get(i - 2), above);
      double whole = mixed ? all.get(i - 2).value() : 0;
      return Readings.read(
          new Answer.Number(whole + (whole < 0 ? -value : value), null),
          mixed ? all.get(i - 2).start() : above.start(),
          below.end());
    }
    if (sign >= 0) {
      double value = VALUES[SIGNS.indexOf(visible.text().charAt(sign))];
      for (Numerals.Found number : all) {
        if (number.end() == sign) {
          value += number.value();
        }
      }
      return Readings.read(new Answer.Number(value, null), sign, sign + 1);
    }
    if (all.isEmpty()) {
      return Readings.unreadable("no number");
    }
    Numerals.Found last = all.getLast();
    return Readings.read(new Answer.Number(last.value(), null), last.start(), last.end());
  }

  private static int lastSign(VisibleText visible) {
    for (int i = visible.end() - 1; i >= visible.start(); i--) {
      if (SIGNS.indexOf(visible.text().charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the text between two numbers makes them a fraction that has a value. */
  private static boolean parts(VisibleText visible, Numerals.Found above, Numerals.Found below) {
    if (below.value() == 0 || below.start() - above.end() > 12) {
      return false;
    }
    int end = below.start();
    String between = new String(visible.folded(), above.end(), end - above.end()).strip();
    double value = above.value() / below.value();
    return Double.isFinite(value)
        && (between.equals("/")
            || between.equals("out of")
            || between.equals("of")
            || between.equals("over"));
  }

  private static boolean isSlash(char[] folded, int end, int start) {
    return start - end == 1 && folded[end] == '/';
  }

  /** "1 1/2": a whole number and a blank stand before the fraction. */
  private static boolean isWholeBefore(
      VisibleText visible, Numerals.Found whole, Numerals.Found above) {
    return whole.unitEnd() == whole.end()
        && above.start() - whole.end() == 1
        && visible.folded()[whole.end()] == ' '
        && Math.rint(whole.value()) == whole.value()
        && above.value() >= 0;
  }
}
