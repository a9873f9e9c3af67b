package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of sentences as MEDIQA-CORR scores them, where {@code NA} says that there is nothing
 * to correct, with ROUGE as PyPI's {@code rouge} counts it. Over <em>pairs</em>: ROUGE where target
 * and answer both hold a correction, else undefined ({@code no correction}). <em>Composite</em>: 1
 * where neither does, 0 where one does, else ROUGE. Range 0 to 1, more is better; undefined besides
 * where ROUGE is.
 */
public final class MedecScorer implements Scorer {

  private static final String NONE = "NA";
  private static final String SOURCE =
      "MEDIQA-CORR 2024, evaluation (github.com/abachaa/MEDIQA-CORR-2024, 4b87cb0); Ben Abacha et"
          + " al. 2024, arXiv:2412.19260";

  private final Descriptor descriptor;
  private final RougeScorer rouge;
  private final boolean pairsOnly;

  private MedecScorer(Descriptor descriptor, RougeScorer rouge, boolean pairsOnly) {
    this.descriptor = descriptor;
    this.rouge = rouge;
    this.pairsOnly = pairsOnly;
  }

  /** {@code medec-rouge-1}, {@code -2}, {@code -l}: over corrections on both sides alone. */
  public static MedecScorer pairs(RougeScorer rouge, String n) {
    return new MedecScorer(
        new Descriptor(
            "medec-rouge-" + n,
            1,
            "ROUGE of corrections (" + rouge.descriptor().name() + ") where both sides have one",
            SOURCE),
        rouge,
        true);
  }

  /** {@code medec-composite-1}, {@code -2}, {@code -l}: over all texts. */
  public static MedecScorer composite(RougeScorer rouge, String n) {
    return new MedecScorer(
        new Descriptor(
            "medec-composite-" + n,
            1,
            "1 if rightly NA, 0 if NA on one side, else ROUGE (" + rouge.descriptor().name() + ")",
            SOURCE),
        rouge,
        false);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Set<AnswerKind> kinds() {
    return rouge.kinds();
  }

  @Override
  public @Nullable ScoreRange range() {
    return rouge.range();
  }

  @Override
  public Score compare(Answer answer, Target target) {
    List<String> references = AnswerTexts.right(target);
    @Nullable String said = AnswerTexts.said(answer);
    boolean noneWanted = references.contains(NONE);
    boolean noneSaid = NONE.equals(said);
    if (!noneWanted && !noneSaid) {
      return rouge.compare(answer, target);
    }
    if (pairsOnly) {
      return new Score.Undefined("no correction");
    }
    return new Score.Value(noneWanted && noneSaid ? 1 : 0);
  }
}
