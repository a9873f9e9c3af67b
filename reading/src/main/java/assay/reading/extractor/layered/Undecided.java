package assay.reading.extractor.layered;

import assay.reading.text.Phrases;

/** Replies that say that what they hold does not settle the question. */
final class Undecided {

  private static final Phrases PHRASES =
      Phrases.parse(
          "not possible to say|not possible to tell|not possible to determine|impossible to say"
              + "|impossible to tell|impossible to determine|cannot be determined"
              + "|can't be determined|cannot be answered|can't be answered|hard to say"
              + "|difficult to say|no se puede determinar|no es posible determinar"
              + "|não é possível determinar|não é possível dizer|impossible de trancher"
              + "|impossible de dire|lässt sich nicht sagen|nicht zu entscheiden");

  private static final Phrases MISSING =
      Phrases.parse(
          "doesn't say|does not say|doesn't state|does not state|doesn't mention"
              + "|does not mention|doesn't specify|does not specify|doesn't give|does not give"
              + "|isn't stated|is not stated|not mentioned|not specified|isn't mentioned"
              + "|isn't specified|not documented|no se menciona|não é mencionad|não menciona"
              + "|nicht angegeben|n'est pas mentionné|n'est pas précisé");

  private Undecided() {}

  /** Whether the text says that no answer can be given. */
  static boolean says(char[] folded, int from, int to) {
    return PHRASES.find(folded, from, to) >= 0;
  }

  /** Whether the text says that what is asked for is not stated. */
  static boolean missing(char[] folded, int from, int to) {
    return MISSING.find(folded, from, to) >= 0;
  }
}
