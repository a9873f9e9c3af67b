package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.ChrF;
import assay.reading.similarity.Tokens;
import java.util.List;

/**
 * chrF and chrF++ ({@link ChrF}) against the best reference. Range 0 to 1 (sacreBLEU prints it
 * times 100), more is better; undefined where no reference holds a character.
 */
public final class ChrfScorer extends TextMeasureScorer {

  private static final String SOURCE =
      "Popović 2015, 2017; chrf.py of github.com/mjpost/sacrebleu, f615c72";

  private final boolean withWords;

  private ChrfScorer(Descriptor descriptor, boolean withWords) {
    super(descriptor);
    this.withWords = withWords;
  }

  /** {@code chrf}: characters only. */
  public static ChrfScorer chrf() {
    return new ChrfScorer(
        new Descriptor("chrf", 1, "chrF2: F2 of character n-grams up to 6", SOURCE), false);
  }

  /** {@code chrf-words}: chrF++. */
  public static ChrfScorer chrfWithWords() {
    return new ChrfScorer(
        new Descriptor("chrf-words", 1, "chrF2++: chrF2 with runs of one and two words", SOURCE),
        true);
  }

  @Override
  boolean comparable(String reference) {
    return !Tokens.words(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    return withWords ? ChrF.withWords(references, answer) : ChrF.characters(references, answer);
  }
}
