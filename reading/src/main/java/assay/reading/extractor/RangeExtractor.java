package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Numerals;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The middle of the last range of the reply, {@code 3-5 mm}, {@code 3 to 5}, {@code between 3 and
 * 5}; where there is none, the last number. For questions that a reader may well answer by a range;
 * the default rule calls a range unreadable.
 */
public final class RangeExtractor extends ReplyRule {

  public RangeExtractor() {
    super(
        new Descriptor(
            "range-middle",
            1,
            "the middle of the last range of the reply, else the last number",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.of(AnswerKind.NUMBER));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    List<Numerals.Found> all =
        Numerals.all(visible.folded(), visible.start(), visible.end(), presented.language());
    if (all.isEmpty()) {
      return Readings.unreadable("no number");
    }
    for (int i = all.size() - 1; i > 0; i--) {
      Numerals.Found lower = all.get(i - 1);
      Numerals.Found upper = all.get(i);
      if (joins(visible, lower, upper) && lower.value() <= Math.abs(upper.value())) {
        double middle = lower.value() / 2 + Math.abs(upper.value()) / 2;
        return Readings.read(
            new Answer.Number(middle, unit(upper.unit() == null ? lower.unit() : upper.unit())),
            lower.start(),
            upper.unitEnd());
      }
    }
    Numerals.Found last = all.getLast();
    return Readings.read(
        new Answer.Number(last.value(), unit(last.unit())), last.start(), last.unitEnd());
  }

  private static @Nullable String unit(@Nullable String spelling) {
    return spelling == null ? null : Units.code(spelling);
  }

  /** "-" or "to" between, or "between … and". */
  private static boolean joins(VisibleText visible, Numerals.Found lower, Numerals.Found upper) {
    int start = lower.unitEnd();
    if (upper.start() < start || upper.start() - start > 8) {
      return false;
    }
    char[] folded = visible.folded();
    String between = new String(folded, start, upper.start() - start).strip();
    if (between.equals("and")) {
      int from = Math.max(visible.start(), lower.start() - 10);
      return new String(folded, from, lower.start() - from).stripTrailing().endsWith("between");
    }
    boolean glued = between.isEmpty() && start < upper.end() && folded[upper.start()] == '-';
    return between.equals("-") || between.equals("to") || between.equals("a") || glued;
  }
}
