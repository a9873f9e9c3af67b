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

  /** What a reader says who does not know; folded. */
  private static final Phrases UNKNOWING =
      Phrases.parse(
          "cannot tell|can't tell|can not tell|unable to tell|hard to tell|difficult to tell"
              + "|no way to tell|cannot say|can't say|can not say|unable to say|cannot determine"
              + "|can't determine|unable to determine|cannot measure|can't measure"
              + "|unable to measure|cannot be measured|can't be measured|cannot be assessed"
              + "|cannot calculate|can't calculate|unable to calculate|cannot be calculated"
              + "|i don't know|i do not know|no lo sé|no sé |não sei|je ne sais pas"
              + "|ich weiß es nicht|ich weiss es nicht|weiß ich nicht|non lo so|不知道|無法判斷|无法判断"
              + "|わかりません|分かりません|не знаю");

  /** What turns "cannot tell" into a hedge that an answer may follow: "cannot tell exactly". */
  private static final Phrases HEDGE =
      Phrases.parse(
          " exactly| precisely| for sure| for certain| with certainty| with confidence"
              + "| definitively| the exact| the precise| an exact| a precise");

  private static final Phrases EITHER =
      Phrases.parse("either |entweder |o bien |soit |ou bien |ya sea |ora ");

  private Undecided() {}

  /** Whether the text says that no answer can be given. */
  static boolean says(char[] folded, int from, int to) {
    return PHRASES.find(folded, from, to) >= 0;
  }

  /** Whether the writer says that they do not know, without a hedge that an answer may follow. */
  static boolean unknowing(char[] folded, int from, int to) {
    int end = UNKNOWING.find(folded, from, to);
    while (end >= 0) {
      if (HEDGE.matchAt(folded, end, to) < 0) {
        return true;
      }
      end = UNKNOWING.find(folded, end, to);
    }
    return false;
  }

  /** Whether the text leaves it open which of several it is: "either … or …". */
  static boolean between(char[] folded, int from, int to) {
    return EITHER.find(folded, from, to) >= 0
        || says(folded, from, to)
        || unknowing(folded, from, to);
  }

  /** Whether the text says that what is asked for is not stated. */
  static boolean missing(char[] folded, int from, int to) {
    return MISSING.find(folded, from, to) >= 0;
  }
}
