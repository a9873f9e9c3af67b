package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Cues.Behind;
import assay.reading.text.Alphabets;
import java.util.Set;

/**
 * What the words behind an option say of it: "is correct", ": Incorrect.", "が正解", "is unlikely".
 */
final class Verdicts extends WordWalk {

  private static final int WORDS_BEHIND = 8;
  private static final int WORDS_OF_SUBJECT = 4;
  private static final String SIGNS_OF_RIGHT = "✅✔✓☑";
  private static final String SIGNS_OF_WRONG = "❌✗✘✖";

  private static final Set<String> PASSIVES =
      Set.of(
          "be",
          "both",
          "all",
          "ser",
          "se",
          "etre",
          "être",
          "essere",
          "therefore",
          "thus",
          "safely");

  private final Question question;

  Verdicts(char[] folded, int from, int to, Question question) {
    super(folded, from, to);
    this.question = question;
  }

  /** What stands behind an option that begins at {@code start} and ends at {@code end}. */
  Behind behind(int start, int end) {
    Behind judged = judged(end);
    if (judged == Behind.NOTHING && deniedWithAnother(end)) {
      judged = Behind.WRONG;
    }
    if (judged == Behind.RIGHT && inCondition(start)) {
      return Behind.NOTHING;
    }
    return judged != Behind.NOTHING && question.asksForWrong() ? Behind.NOTHING : judged;
  }

  /** "… and dissection are unlikely": denied together with what is no option, or not wholly one. */
  private boolean deniedWithAnother(int end) {
    at = end;
    skipClosers();
    if (at >= to || !Character.isLetter(folded[at])) {
      return false;
    }
    if ((CueWords.classes(wordForward()) & CueWords.JOINER) == 0) {
      return false;
    }
    for (int words = 0; words < WORDS_OF_SUBJECT; words++) {
      skipClosers();
      if (at >= to || !Character.isLetter(folded[at])) {
        return false;
      }
      wordForward();
      int behindSubject = at;
      if (judged(behindSubject) == Behind.WRONG) {
        return true;
      }
      at = behindSubject;
    }
    return false;
  }

  /** Whether the sentence that has come this far began a condition: "If there is pus, then B …". */
  private boolean inCondition(int start) {
    at = start - 1;
    for (int words = 0; words < WORDS_OF_PHRASE && at >= from && !endsSentence(at); words++) {
      while (at >= from && !Character.isLetter(folded[at]) && !endsSentence(at)) {
        at--;
      }
      if (at < from || endsSentence(at)) {
        return false;
      }
      if (Alphabets.isUnspaced(folded[at])) {
        int end = at + 1;
        while (at > from && end - at < UNSPACED_REACH && !endsSentence(at - 1)) {
          at--;
        }
        return containsAny(new String(folded, at, end - at), CueWords.UNSPACED_CONDITIONS);
      }
      if ((CueWords.classes(wordBack()) & CueWords.CONDITION) != 0) {
        return true;
      }
    }
    return false;
  }

  private Behind judged(int end) {
    at = end;
    skipClosers();
    boolean mark = at < to && ":-,(|".indexOf(folded[at]) >= 0;
    if (mark) {
      at++;
      skipClosers();
    }
    if (at < to && Alphabets.isUnspaced(folded[at])) {
      return behindUnspaced();
    }
    if (at < to && SIGNS_OF_RIGHT.indexOf(folded[at]) >= 0) {
      return Behind.RIGHT;
    }
    if (at < to && SIGNS_OF_WRONG.indexOf(folded[at]) >= 0) {
      return Behind.WRONG;
    }
    boolean copula = false;
    boolean denied = false;
    boolean most = false;
    boolean plural = false;
    boolean verbLast = false;
    Behind judged = Behind.NOTHING;
    for (int words = 0; words < WORDS_BEHIND; words++) {
      if (at >= to || !Character.isLetter(folded[at])) {
        break;
      }
      String word = wordForward();
      int classes = CueWords.classes(word);
      skipClosers();
      if ((classes & CueWords.CONDITION) != 0 && (copula || judged != Behind.NOTHING)) {
        return Behind.NOTHING;
      }
      if (judged != Behind.NOTHING) {
        if (verbLast && (classes & CueWords.NEGATOR) != 0) {
          return judged == Behind.RIGHT ? Behind.WRONG : Behind.NOTHING;
        }
        continue;
      }
      if (words == 0 && (classes & CueWords.VERB_LAST) != 0 && endsOrVerb()) {
        verbLast = true;
        judged = right(classes) ? Behind.RIGHT : Behind.WRONG;
        continue;
      }
      if ((classes & CueWords.MODAL) != 0) {
        return isRuledOut() ? Behind.WRONG : Behind.NOTHING;
      }
      plural |= (classes & CueWords.PLURAL) != 0;
      if ((classes & CueWords.COPULA) != 0) {
        copula = true;
      } else if (!copula && word.endsWith("n't") && (classes & CueWords.NEGATOR) != 0) {
        copula = true; // "isn't"
        denied = true;
      } else if (!copula && !mark) {
        return Behind.NOTHING;
      } else if ((classes & CueWords.NEGATOR) != 0) {
        denied = true;
      } else if (!copula && !curt(classes)) {
        if (right(classes) && answerFollows()) {
          judged = denied ? Behind.WRONG : Behind.RIGHT; // ": best choice"
        } else if ((classes & CueWords.FILLER) == 0) {
          return Behind.NOTHING;
        }
      } else if ((classes & CueWords.WRONG) != 0) {
        if (denied) {
          return Behind.NOTHING;
        }
        judged = Behind.WRONG;
      } else if (word.equals("most")) {
        most = true;
      } else if (most && (classes & CueWords.SUITED) == 0) {
        return Behind.NOTHING;
      } else if (most || right(classes)) {
        boolean also =
            word.equals("right") || word.equals("better"); // "right lung", "better tolerated"
        if (also && !endsOrAnswer()) {
          return Behind.NOTHING;
        }
        judged = denied ? Behind.WRONG : Behind.RIGHT;
      } else if ((classes & (CueWords.FILLER | CueWords.ANSWER)) == 0) {
        return denied && copula ? Behind.WRONG : Behind.NOTHING;
      }
    }
    if (plural && judged == Behind.RIGHT) {
      return Behind.NOTHING; // "B and C are the most likely": no verdict on one
    }
    return judged == Behind.NOTHING && denied && copula ? Behind.WRONG : judged;
  }

  /** "can be excluded", "kann ausgeschlossen werden". */
  private boolean isRuledOut() {
    for (int words = 0; words < 3 && at < to && Character.isLetter(folded[at]); words++) {
      String word = wordForward();
      skipClosers();
      if ((CueWords.classes(word) & CueWords.RULED_OUT) != 0) {
        return true;
      }
      if (!PASSIVES.contains(word)) {
        return false;
      }
    }
    return false;
  }

  private static boolean right(int classes) {
    return (classes & CueWords.RIGHT) != 0 && (classes & CueWords.VERDICT) != 0;
  }

  /** "best choice", "correct answer". */
  private boolean answerFollows() {
    return at < to && Character.isLetter(folded[at]) && endsOrAnswer();
  }

  /** "is right." or "is the right answer", not "is right upper lobe". */
  private boolean endsOrAnswer() {
    if (at >= to || !Character.isLetter(folded[at])) {
      return true;
    }
    int keep = at;
    int classes = CueWords.classes(wordForward());
    at = keep;
    return (classes & (CueWords.ANSWER | CueWords.OFFERED | CueWords.JOINER)) != 0;
  }

  /** "B सही है.", "B सही उत्तर है", not "B सही ढंग से". */
  private boolean endsOrVerb() {
    if (at >= to || !isLetter(at)) {
      return true;
    }
    int keep = at;
    int classes = CueWords.classes(wordForward());
    at = keep;
    return (classes & (CueWords.ANSWER | CueWords.OFFERED | CueWords.COPULA | CueWords.NEGATOR))
        != 0;
  }

  /** "B: Incorrect." – a judgement by itself, nothing but a mark behind it. */
  private boolean curt(int classes) {
    boolean ends = at >= to || !Character.isLetterOrDigit(folded[at]);
    return (classes & CueWords.CURT) != 0 && ends;
  }

  private Behind behindUnspaced() {
    int end = at;
    while (end < to && end - at < 12 && !endsSentence(end)) {
      end++;
    }
    String next = new String(folded, at, end - at);
    if (startsWithAny(next, CueWords.UNSPACED_WRONG)) {
      return Behind.WRONG;
    }
    return startsWithAny(next, CueWords.UNSPACED_RIGHT) ? Behind.RIGHT : Behind.NOTHING;
  }
}
