package assay.reading.extractor.layered;

/**
 * A statement that ends in a list of options' texts: "The signs in this list are fever and rash."
 */
final class SetStatement extends WordWalk {

  private static final int NEAR = 3;

  private final Question question;

  SetStatement(char[] folded, int from, int to, Question question) {
    super(folded, from, to);
    this.question = question;
  }

  /** Whether nothing but one statement, which neither denies nor leaves open, leads to a list. */
  boolean leadsTo(int start) {
    at = start - 1;
    if (question.asksForWrong() || !tied()) {
      return false;
    }
    for (int words = 0; words < WORDS_OF_PHRASE; words++) {
      while (at >= from && !isLetter(at)) {
        if (endsSentence(at)) {
          return false;
        }
        at--;
      }
      if (at < from) {
        return true;
      }
      if (isUnspacedHere()) {
        return false;
      }
      String word = wordBack();
      boolean doubts =
          SetWords.HEDGES.contains(word) || SetWords.WRONG.contains(word) || word.equals("doubt");
      int against = CueWords.NEGATOR | CueWords.CONDITION | CueWords.MODAL | CueWords.OTHER;
      if (doubts || (CueWords.classes(word) & against) != 0) {
        return false;
      }
    }
    return false;
  }

  /** Whether "are" or a colon stands before what begins here, perhaps with an article between. */
  private boolean tied() {
    for (int words = 0; words < NEAR; words++) {
      skipMarksBack();
      if (at < from || !isLetter(at)) {
        return at >= from && folded[at] == ':';
      }
      String word = wordBack();
      boolean is = (CueWords.classes(word) & CueWords.COPULA) != 0;
      if (is || SetWords.TIES.contains(word)) {
        return true;
      }
      if (!SetWords.ARTICLES.contains(word)) {
        return false;
      }
    }
    return false;
  }
}
