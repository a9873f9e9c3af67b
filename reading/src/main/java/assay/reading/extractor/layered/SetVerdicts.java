package assay.reading.extractor.layered;

import assay.reading.extractor.layered.SetCues.Said;

/**
 * What the words behind a list of options say of it ("are correct", "が正しい"), and whether the list
 * is all that the clause judges.
 */
final class SetVerdicts extends WordWalk {

  private static final int NEAR = 3;

  SetVerdicts(char[] folded, int from, int to) {
    super(folded, from, to);
  }

  /** "only C". */
  boolean onlyBefore(int start) {
    at = start;
    if (SetWords.ONLY.contains(wordForward())) {
      return true;
    }
    at = start - 1;
    for (int words = 0; words < NEAR; words++) {
      skipMarksBack();
      if (at < from || !isLetter(at)) {
        return false;
      }
      String word = wordBack();
      if (SetWords.ONLY.contains(word)) {
        return true;
      }
      if (!SetWords.OFFERED.contains(word) && !SetWords.ARTICLES.contains(word)) {
        return false;
      }
    }
    return false;
  }

  /** Whether nothing but a conclusion or "only" stands before the list in its clause. */
  boolean opensClause(int start) {
    at = start - 1;
    for (int words = 0; words < NEAR + 1; words++) {
      skipMarksBack();
      if (at < from || endsPhrase(at) || lineBefore(start)) {
        return true;
      }
      if (folded[at] == ',') {
        at--;
        continue;
      }
      if (!isLetter(at)) {
        return false;
      }
      if (isUnspacedHere()) {
        return conclusionEnds();
      }
      String word = wordBack();
      int classes = CueWords.classes(word);
      boolean passes =
          SetWords.ONLY.contains(word)
              || SetWords.OFFERED.contains(word)
              || SetWords.ARTICLES.contains(word)
              || word.equals("that")
              || (classes & CueWords.CONCLUSION) != 0;
      if (!passes) {
        return false;
      }
    }
    return false;
  }

  private boolean lineBefore(int start) {
    for (int i = start - 1; i > at; i--) {
      if (folded[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /** "したがって a と c が正しい". */
  private boolean conclusionEnds() {
    int end = at + 1;
    int start = Math.max(from, end - 6);
    String before = new String(folded, start, end - start);
    return before.endsWith("したがって")
        || before.endsWith("よって")
        || before.endsWith("故に")
        || before.endsWith("因此")
        || before.endsWith("所以")
        || before.endsWith("選択肢")
        || before.endsWith("选项");
  }

  /** "are correct", "sind beide richtig", "верны", "が正しい". */
  Said judged(int end) {
    at = end;
    skipClosers();
    if (at < to && isUnspacedHere()) {
      int stop = at;
      while (stop < to && stop - at < 12 && !endsSentence(stop)) {
        stop++;
      }
      String next = new String(folded, at, stop - at);
      if (startsWithAny(next, CueWords.UNSPACED_WRONG)) {
        return Said.WRONG;
      }
      return startsWithAny(next, CueWords.UNSPACED_RIGHT) ? Said.RIGHT : Said.NOTHING;
    }
    boolean denied = false;
    boolean copula = false;
    boolean open = false;
    for (int words = 0; words < 6 && at < to && isLetter(at); words++) {
      String word = wordForward();
      int classes = CueWords.classes(word);
      skipClosers();
      if ((classes & CueWords.CONDITION) != 0) {
        return Said.NOTHING;
      }
      open |= (classes & CueWords.MODAL) != 0;
      copula |= open;
      if (open && SetWords.RIGHT.contains(word)) {
        return denied ? Said.NOTHING : Said.OPEN;
      }
      if (!open && SetWords.WRONG.contains(word) && (classes & CueWords.NEGATOR) == 0) {
        return denied ? Said.NOTHING : Said.WRONG;
      }
      if (SetWords.RIGHT.contains(word)) {
        return !endsOrAnswer() ? Said.NOTHING : denied ? Said.WRONG : Said.RIGHT;
      }
      if ((classes & CueWords.NEGATOR) != 0) {
        denied = true;
      } else if ((classes & CueWords.COPULA) != 0 || SetWords.TIES.contains(word)) {
        copula = true;
      } else if (!copula || (!SetCues.isPassable(word, classes) && !isAlso(word, classes))) {
        return Said.NOTHING;
      } else if (SetWords.ANSWERS.contains(word) && !denied && !open) {
        return Said.RIGHT; // "are the answers"
      }
    }
    return Said.NOTHING;
  }

  private boolean endsOrAnswer() {
    if (at >= to || !isLetter(at)) {
      return at >= to || folded[at] != '?';
    }
    String word = wordForward();
    int classes = CueWords.classes(word);
    return SetWords.ANSWERS.contains(word)
        || SetWords.OFFERED.contains(word)
        || (classes & (CueWords.JOINER | CueWords.CONTRAST | CueWords.COPULA)) != 0
        || word.equals("because")
        || word.equals("since")
        || word.equals("as")
        || word.equals("here");
  }

  /** "may also be", "be", "could". */
  private static boolean isAlso(String word, int classes) {
    return word.equals("also") || word.equals("be") || (classes & CueWords.MODAL) != 0;
  }
}
