package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.reading.text.VqaNormalization;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The VQA challenge's accuracy: both sides normalised by {@link VqaNormalization#vqa}, and the
 * mean, over leaving out each of the n references in turn, of {@code min(1, matches among the
 * others / 3)}. With a single reference it is 1 where they are equal, else 0. Yes and no compare as
 * words. Range 0 to 1, more is better; defined for every answer of text.
 *
 * <p>The original normalises only where the references differ among themselves, so that a question
 * on whose answer all agree is compared without it; that is kept.
 */
public final class VqaScorer implements Scorer {

  private static final String SOURCE =
      "Antol et al. 2015, arXiv:1505.00468; vqaEval.py of github.com/GT-Vision-Lab/VQA";

  private static final Set<AnswerKind> KINDS =
      Collections.unmodifiableSet(EnumSet.of(AnswerKind.TEXT, AnswerKind.YES_NO));

  private final Descriptor descriptor;
  private final UnaryOperator<String> normalization;

  private VqaScorer(Descriptor descriptor, UnaryOperator<String> normalization) {
    this.descriptor = descriptor;
    this.normalization = normalization;
  }

  /** {@code vqa}: as the challenge. */
  public static VqaScorer vqa() {
    return new VqaScorer(
        new Descriptor("vqa", 1, "the VQA challenge's accuracy over several references", SOURCE),
        VqaNormalization::vqa);
  }

  /** {@code vqa-no-contractions}: the same without its table of contractions, as many copies. */
  public static VqaScorer withoutContractions() {
    return new VqaScorer(
        new Descriptor(
            "vqa-no-contractions",
            1,
            "the VQA challenge's accuracy without its table of contractions",
            SOURCE),
        VqaNormalization::vqaWithoutContractions);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Set<AnswerKind> kinds() {
    return KINDS;
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public Score compare(Answer answer, Target target) {
    if (!KINDS.contains(target.kind())) {
      return new Score.Undefined("target of kind " + target.kind().id());
    }
    String said = AnswerTexts.said(answer);
    List<String> references = AnswerTexts.right(target);
    if (said == null) {
      return new Score.Value(0);
    }
    boolean differ = references.stream().distinct().count() > 1;
    String plain = differ || references.size() == 1 ? normalization.apply(said) : said.strip();
    long matches =
        references.stream()
            .map(
                reference ->
                    differ || references.size() == 1
                        ? normalization.apply(reference)
                        : reference.strip())
            .filter(plain::equals)
            .count();
    int n = references.size();
    if (n == 1) {
      return new Score.Value(matches);
    }
    double leavingAMatchOut = Math.min(1, (matches - 1) / 3.0);
    double leavingAnotherOut = Math.min(1, matches / 3.0);
    return new Score.Value((matches * leavingAMatchOut + (n - matches) * leavingAnotherOut) / n);
  }
}
