package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Days;
import assay.reading.text.VisibleText;
import java.time.LocalDate;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * MedCalc-Bench's rule for answers that it has already cut out of the reply, by kind: a number is
 * the whole trimmed text in plain notation; a day is month/day/year; a text is weeks and days, the
 * first two whole numbers. The publisher evaluates numbers as Python expressions; arithmetic in
 * them is not done here.
 */
public final class MedCalcExtractor extends ReplyRule {

  public MedCalcExtractor() {
    super(
        new Descriptor(
            "medcalc",
            1,
            "MedCalc-Bench's rule: plain number, month/day/year, weeks and days",
            "MedCalc-Bench, evaluation/evaluate.py (github.com/ncbi-nlp/MedCalc-Bench, f557a04)"),
        EnumSet.of(AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.TEXT));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    if (visible.isBlank()) {
      return Unread.EMPTY;
    }
    return switch (presented.kind()) {
      case NUMBER -> number(visible);
      case DATE -> date(visible);
      case TEXT -> WeeksDaysExtractor.read(visible);
      case CHOICE, YES_NO, LABELS -> Readings.unreadable("MedCalc-Bench has no such kind");
    };
  }

  private static Reading number(VisibleText visible) {
    String text = visible.trimmed();
    if (!PlainNumbers.isPlain(text) || !Double.isFinite(Double.parseDouble(text))) {
      return Readings.unreadable("not a plain number");
    }
    double value = Double.parseDouble(text);
    return Readings.read(new Answer.Number(value, null), visible.start(), visible.end());
  }

  private static Reading date(VisibleText visible) {
    String text = visible.trimmed();
    int first = text.indexOf('/');
    int second = text.indexOf('/', first + 1);
    if (first < 0 || second < 0) {
      return Readings.unreadable("not month/day/year");
    }
    Integer month = digits(text, 0, first, 2);
    Integer day = digits(text, first + 1, second, 2);
    Integer year = digits(text, second + 1, text.length(), 4);
    LocalDate date =
        month == null || day == null || year == null || text.length() - second != 5
            ? null
            : Days.date(year, month, day);
    return date == null
        ? Readings.unreadable("not month/day/year")
        : Readings.read(new Answer.Date(date), visible.start(), visible.end());
  }

  private static @Nullable Integer digits(String text, int from, int to, int most) {
    if (to <= from || to - from > most) {
      return null;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
