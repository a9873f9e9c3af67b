package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * A gestational age: the first two whole numbers of the reply as weeks and days, written {@code 14
 * weeks 1 days}, whatever stands around them.
 */
public final class WeeksDaysExtractor extends ReplyRule {

  public WeeksDaysExtractor() {
    super(
        new Descriptor(
            "weeks-days",
            1,
            "the first two whole numbers, as weeks and days",
            "MedCalc-Bench, calculator 69 (github.com/ncbi-nlp/MedCalc-Bench); Khandekar et al. 2024,"
                + " arXiv:2406.12036"),
        EnumSet.of(AnswerKind.TEXT));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    return read(VisibleText.of(reply.text()));
  }

  static Reading read(VisibleText visible) {
    Span weeks = number(visible, visible.start());
    Span days = weeks == null ? null : number(visible, weeks.end());
    if (weeks == null || days == null) {
      return Readings.unreadable("no weeks and days");
    }
    String text = digits(visible, weeks) + " weeks " + digits(visible, days) + " days";
    return Readings.read(new Answer.Text(text), weeks.start(), days.end());
  }

  private static @Nullable Span number(VisibleText visible, int from) {
    char[] folded = visible.folded();
    int start = from;
    while (start < visible.end() && Character.digit(folded[start], 10) < 0) {
      start++;
    }
    int end = start;
    while (end < visible.end() && Character.digit(folded[end], 10) >= 0) {
      end++;
    }
    return end > start ? new Span(start, end) : null;
  }

  /** The digits as ASCII without leading zeros. */
  private static String digits(VisibleText visible, Span span) {
    StringBuilder digits = new StringBuilder();
    for (int i = span.start(); i < span.end(); i++) {
      int digit = Character.digit(visible.folded()[i], 10);
      if (digit > 0 || !digits.isEmpty() || i == span.end() - 1) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }
}
