package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A scorer that measures how alike an answer's text and the references are, from 0 (nothing in
 * common) to 1. An answer of a kind that is no text scores 0. Undefined where no reference holds
 * anything to compare ({@code no reference}) and where texts are too long for the measure's time
 * and memory ({@code too long}).
 */
abstract class TextMeasureScorer implements Scorer {

  /** What {@link #measure} gives where texts are too long. */
  static final double TOO_LONG = Double.NaN;

  /** The longest text compared, in UTF-16 units; n-grams of longer ones take too much memory. */
  static final int MOST_CHARACTERS = 200_000;

  private static final Set<AnswerKind> KINDS =
      Collections.unmodifiableSet(EnumSet.of(AnswerKind.TEXT));

  private final Descriptor descriptor;

  TextMeasureScorer(Descriptor descriptor) {
    this.descriptor = descriptor;
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final Set<AnswerKind> kinds() {
    return KINDS;
  }

  @Override
  public final ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public final Score compare(Answer answer, Target target) {
    if (!KINDS.contains(target.kind())) {
      return new Score.Undefined("target of kind " + target.kind().id());
    }
    List<String> references = AnswerTexts.right(target).stream().filter(this::comparable).toList();
    if (references.isEmpty()) {
      return new Score.Undefined("no reference");
    }
    String said = AnswerTexts.said(answer);
    if (said == null) {
      return new Score.Value(0);
    }
    boolean tooLong =
        said.length() > MOST_CHARACTERS
            || references.stream().anyMatch(reference -> reference.length() > MOST_CHARACTERS);
    double value = tooLong ? TOO_LONG : measure(references, said);
    return Double.isNaN(value)
        ? new Score.Undefined("too long")
        : new Score.Value(Math.min(1, Math.max(0, value)));
  }

  /** Whether a reference holds anything to compare with. */
  abstract boolean comparable(String reference);

  /** The measure against all references, each comparable, or {@link #TOO_LONG}. */
  abstract double measure(List<String> references, String answer);
}
