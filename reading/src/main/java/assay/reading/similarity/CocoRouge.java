package assay.reading.similarity;

import java.util.List;

/**
 * ROUGE-L as the caption evaluation of MS COCO counts it: words parted by single blanks, the best
 * precision and the best recall over the references taken apart, and {@code F = (1 + β²)pr / (r +
 * β²p)} with β = 1.2. Source: rouge.py of github.com/salaniz/pycocoevalcap, ad63453.
 */
public final class CocoRouge {

  private static final double BETA_SQUARED = 1.2 * 1.2;

  private CocoRouge() {}

  /** ROUGE-L of an answer; 0 where nothing is shared. */
  public static double l(List<String> references, String answer) {
    List<String> said = Tokens.atBlanks(answer);
    double precision = 0;
    double recall = 0;
    for (String reference : references) {
      List<String> wanted = Tokens.atBlanks(reference);
      double shared = Subsequence.length(wanted, said);
      precision = Math.max(precision, shared / said.size());
      recall = Math.max(recall, shared / wanted.size());
    }
    return precision == 0 || recall == 0
        ? 0
        : (1 + BETA_SQUARED) * precision * recall / (recall + BETA_SQUARED * precision);
  }
}
