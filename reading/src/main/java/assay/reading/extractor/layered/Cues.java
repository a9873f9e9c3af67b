package assay.reading.extractor.layered;

import assay.reading.text.Alphabets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words around a named option say about it. Before it: "the answer is", "I choose",
 * "Resposta:", "正解は" (an announcement), "the most likely diagnosis is" (a statement), "is not" (a
 * denial). Behind it: "is correct", "is unlikely". Looks at most a sentence far.
 */
final class Cues {

  /** What stands before an option. */
  enum Before {
    NOTHING,
    /** "… is", "…:" of something that is not called the answer. */
    STATEMENT,
    /** "It might be". */
    SUPPOSITION,
    /** "The answer is", "I choose". */
    ANNOUNCEMENT,
    /** "The answer is not". */
    DENIAL
  }

  /** What stands behind an option. */
  enum Behind {
    NOTHING,
    RIGHT,
    WRONG
  }

  /** What ties an option to the words before it. */
  private enum Tie {
    /** "is". */
    IS,
    /** "might be", "could be". */
    OPEN,
    /** A colon alone. */
    COLON
  }

  private static final int NEAR_COLON = 4;
  private static final int NEAR = 8;
  private static final int STEPS = 24;
  private static final int WORDS_OF_PHRASE = 40;
  private static final int WORDS_BEHIND = 8;
  private static final int LONGEST_WORD = 32;
  private static final int UNSPACED_REACH = 60;
  private static final String MARKS = " \n*_#\"'([{$`>|•·「『【〔《<\\～~";
  private static final String CLOSERS = " *_\"')]}$`」』】〕》>";

  private final char[] folded;
  private final int from;
  private final int to;
  private final String question;
  private @Nullable Boolean asksForWrong;

  /** Whether the last option was tied by "would be". */
  private boolean hypothetical;

  /** The position that the last walk has come to. */
  private int at;

  Cues(char[] folded, int from, int to, String question) {
    this.folded = folded;
    this.from = from;
    this.to = to;
    this.question = question;
  }

  /** Whether the question asks for what is wrong: "EXCEPT", "which is false". */
  private boolean asksForWrong() {
    if (asksForWrong == null) {
      asksForWrong = NegativeQuestions.is(question);
    }
    return asksForWrong;
  }

  /** What stands before an option that begins at {@code start}, its brackets and marks included. */
  Before before(int start) {
    at = start - 1;
    boolean tied = false; // by a colon or "is"
    boolean byIs = false;
    hypothetical = false;
    boolean open = false;
    boolean denied = false;
    boolean answerWord = false;
    for (int step = 0; step < STEPS; step++) {
      int lineEnds = skipMarksBack();
      if (at < from) {
        return Before.NOTHING;
      }
      if (lineEnds > 0 && !tied && folded[at] != ':' && !endsWithCopula()) {
        return isHeading() ? Before.ANNOUNCEMENT : Before.NOTHING;
      }
      if (lineEnds > 3) {
        return Before.NOTHING;
      }
      char c = folded[at];
      if (c == ':' || c == '=' || c == '→' || c == '⇒' || c == '➡') {
        tied = true;
        at--;
        if (at >= from && folded[at] == ')') {
          skipBracketBack();
        }
        continue;
      }
      if (c == '-' && at > from && folded[at - 1] <= ' ') {
        tied = true;
        at--;
        continue;
      }
      if (c == ',' && !tied) {
        at--;
        continue;
      }
      if (Alphabets.isUnspaced(c)) {
        return denied ? Before.DENIAL : beforeUnspaced(tied);
      }
      if (!Character.isLetter(c)) {
        if (c == ')' && tied) {
          skipBracketBack();
        }
        return tied ? phrase(at, denied, tie(open, byIs)) : Before.NOTHING;
      }
      int behindWord = at + 1;
      String word = wordBack();
      int classes = CueWords.classes(word);
      if ((classes & CueWords.NEGATOR) != 0 && (!tied || (classes & CueWords.ANSWER) == 0)) {
        denied = true;
        continue;
      }
      if ((classes & CueWords.MODAL) != 0) {
        open = true;
        continue;
      }
      if ((classes & CueWords.COPULA) != 0) {
        byIs = true;
        hypothetical |= CueWords.HYPOTHETICAL.contains(word);
        tied = true;
        continue;
      }
      if (!tied && (classes & (CueWords.FILLER | CueWords.ANSWER | CueWords.OFFERED)) != 0) {
        answerWord |= (classes & (CueWords.ANSWER | CueWords.OFFERED)) != 0;
        continue;
      }
      if (!tied && (classes & CueWords.CHOOSE) != 0) {
        return denied ? Before.DENIAL : Before.ANNOUNCEMENT;
      }
      if (!tied && (classes & CueWords.CONTRAST) != 0) {
        tied = true;
        return phrase(at, false, Tie.IS);
      }
      if (!tied) {
        boolean stated = answerWord && (classes & CueWords.RIGHT) != 0;
        return stated && !denied ? Before.ANNOUNCEMENT : Before.NOTHING;
      }
      return phrase(behindWord - 1, denied, tie(open, byIs));
    }
    return Before.NOTHING;
  }

  private static Tie tie(boolean open, boolean byIs) {
    if (open) {
      return Tie.OPEN;
    }
    return byIs ? Tie.IS : Tie.COLON;
  }

  /** Looks through the sentence before "is" or a colon for a word that means the answer. */
  private Before phrase(int start, boolean deniedBefore, Tie tie) {
    at = start;
    boolean answer = false;
    boolean offered = false;
    boolean right = false;
    boolean wrong = false;
    boolean other = false;
    boolean lists = false;
    boolean condition = false;
    boolean denied = deniedBefore;
    for (int words = 0; words < WORDS_OF_PHRASE && at >= from; words++) {
      while (at >= from && !Character.isLetter(folded[at]) && !endsPhrase(at)) {
        at--;
      }
      if (at < from || endsPhrase(at)) {
        break;
      }
      if (Alphabets.isUnspaced(folded[at])) {
        Before unspaced = beforeUnspaced(true);
        answer |= unspaced == Before.ANNOUNCEMENT;
        break;
      }
      int classes = CueWords.classes(wordBack());
      // Before a mere colon the word must stand close: "Answer:", not "to find the answer, note
      // this:"
      boolean near = tie != Tie.COLON || words < NEAR_COLON;
      answer |= (classes & CueWords.ANSWER) != 0 && near;
      offered |= (classes & CueWords.OFFERED) != 0 && near;
      right |=
          (classes & CueWords.RIGHT & ~CueWords.ANSWER) != 0 && (classes & CueWords.ANSWER) == 0;
      wrong |= (classes & CueWords.WRONG) != 0 && (classes & CueWords.NEGATOR) == 0;
      other |= (classes & CueWords.OTHER) != 0 && words < NEAR;
      lists |= (classes & CueWords.OPTIONS) != 0 && words < NEAR;
      condition |= (classes & CueWords.CONDITION) != 0;
    }
    if (denied) {
      return Before.DENIAL;
    }
    if (wrong && !asksForWrong()) {
      return Before.DENIAL;
    }
    if (other || (lists && !right)) {
      return Before.NOTHING;
    }
    boolean announced = answer || (offered && right);
    if (announced && tie != Tie.OPEN && !(condition && hypothetical)) {
      return Before.ANNOUNCEMENT;
    }
    if (condition) {
      return Before.NOTHING;
    }
    return tie == Tie.OPEN ? Before.SUPPOSITION : Before.STATEMENT;
  }

  /** The same for scripts without blanks: looks for parts of words in the sentence so far. */
  private Before beforeUnspaced(boolean tiedBefore) {
    int end = at + 1;
    int start = end;
    while (start > from && end - start < UNSPACED_REACH && !endsSentence(start - 1)) {
      start--;
    }
    String sentence = new String(folded, start, end - start).stripTrailing();
    boolean stripped = true;
    while (stripped) {
      stripped = false;
      for (String filler : CueWords.UNSPACED_FILLERS) {
        if (!tiedBefore && sentence.length() > filler.length() && sentence.endsWith(filler)) {
          sentence = sentence.substring(0, sentence.length() - filler.length());
          stripped = true;
        }
      }
    }
    for (String negator : CueWords.UNSPACED_NEGATORS) {
      if (sentence.endsWith(negator)) {
        return Before.DENIAL;
      }
    }
    if (containsAny(sentence, CueWords.UNSPACED_CONDITIONS)
        || containsAny(sentence, CueWords.UNSPACED_LISTS)) {
      return Before.NOTHING;
    }
    boolean tied = tiedBefore || endsWithAny(sentence, CueWords.UNSPACED_COPULAS);
    boolean answer =
        containsAny(sentence, CueWords.UNSPACED_ANSWERS)
            || (containsAny(sentence, CueWords.UNSPACED_OFFERED)
                && containsAny(sentence, CueWords.UNSPACED_JUDGED));
    if (!tied) {
      return Before.NOTHING;
    }
    return answer ? Before.ANNOUNCEMENT : Before.STATEMENT;
  }

  /** What stands behind an option that begins at {@code start} and ends at {@code end}. */
  Behind behind(int start, int end) {
    Behind judged = judged(end);
    if (judged == Behind.RIGHT && inCondition(start)) {
      return Behind.NOTHING;
    }
    return judged != Behind.NOTHING && asksForWrong() ? Behind.NOTHING : judged;
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
    boolean mark = at < to && (folded[at] == ':' || folded[at] == '-' || folded[at] == ',');
    if (mark) {
      at++;
      skipClosers();
    }
    if (at < to && Alphabets.isUnspaced(folded[at])) {
      return behindUnspaced();
    }
    boolean copula = false;
    boolean denied = false;
    boolean most = false;
    boolean plural = false;
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
        continue;
      }
      if ((classes & CueWords.MODAL) != 0) {
        return Behind.NOTHING;
      }
      plural |= (classes & CueWords.PLURAL) != 0;
      if ((classes & CueWords.COPULA) != 0) {
        copula = true;
      } else if (!copula && !mark) {
        return Behind.NOTHING;
      } else if ((classes & CueWords.NEGATOR) != 0) {
        denied = true;
      } else if (!copula && !curt(classes)) {
        if ((classes & CueWords.FILLER) == 0) {
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
      } else if (most || ((classes & CueWords.RIGHT) != 0 && (classes & CueWords.VERDICT) != 0)) {
        if (word.equals("right") && !endsOrAnswer()) {
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

  /** Whether the line that ends here is nothing but a heading such as "### Final answer". */
  private boolean isHeading() {
    int end = at;
    int lineStart = at;
    while (lineStart > from && folded[lineStart - 1] != '\n' && end - lineStart < 60) {
      lineStart--;
    }
    if (lineStart > from && folded[lineStart - 1] != '\n') {
      return false;
    }
    boolean answer = false;
    int words = 0;
    while (at >= lineStart) {
      if (!Character.isLetter(folded[at])) {
        if (MARKS.indexOf(folded[at]) < 0) {
          return false;
        }
        at--;
        continue;
      }
      if (Alphabets.isUnspaced(folded[at])) {
        return beforeUnspaced(true) == Before.ANNOUNCEMENT;
      }
      int classes = CueWords.classes(wordBack());
      answer |= (classes & CueWords.ANSWER) != 0;
      words++;
      boolean other = (classes & (CueWords.OTHER | CueWords.OPTIONS)) != 0;
      answer &= !other;
      if (words > 4 || other || at < from) {
        break;
      }
    }
    return answer && words <= 4;
  }

  private boolean endsWithCopula() {
    if (!Character.isLetter(folded[at])) {
      return false;
    }
    int keep = at;
    boolean copula =
        Alphabets.isUnspaced(folded[at])
            ? endsWithAny(new String(folded, at, 1), CueWords.UNSPACED_COPULAS)
            : (CueWords.classes(wordBack()) & CueWords.COPULA) != 0;
    at = keep;
    return copula;
  }

  /** Passes over blanks and marks; how many line ends were among them. */
  private int skipMarksBack() {
    int lineEnds = 0;
    while (at >= from && MARKS.indexOf(folded[at]) >= 0) {
      if (folded[at] == '\n') {
        lineEnds++;
      }
      boolean command = folded[at] == '{';
      at--;
      if (command) {
        skipCommandBack();
      }
    }
    return lineEnds;
  }

  /** Passes over the name of a command such as {@code \text} before its brace. */
  private void skipCommandBack() {
    int i = at;
    while (i >= from && at - i < 12 && Character.isLetter(folded[i])) {
      i--;
    }
    if (i >= from && folded[i] == '\\') {
      at = i - 1;
    }
  }

  private void skipBracketBack() {
    int i = at;
    while (i >= from && at - i < 40 && folded[i] != '(' && folded[i] != '\n') {
      i--;
    }
    if (i >= from && folded[i] == '(') {
      at = i - 1;
    }
  }

  private void skipClosers() {
    while (at < to && CLOSERS.indexOf(folded[at]) >= 0) {
      at++;
    }
  }

  /** The word that ends at {@code at}; moves before it. */
  private String wordBack() {
    int end = at + 1;
    while (at >= from && end - at <= LONGEST_WORD && isWordPart(at, from)) {
      at--;
    }
    return new String(folded, at + 1, end - at - 1);
  }

  private String wordForward() {
    int start = at;
    while (at < to && at - start < LONGEST_WORD && isWordPart(at, start)) {
      at++;
    }
    return new String(folded, start, at - start);
  }

  private boolean isWordPart(int i, int first) {
    char c = folded[i];
    if (c == '\'') {
      boolean within = i > first && i + 1 < to && Character.isLetter(folded[i - 1]);
      return within && Character.isLetter(folded[i + 1]);
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return (Character.isLetter(c) && !Alphabets.isUnspaced(c)) || mark;
  }

  /** Also a colon: what stands before it announces what stands behind it, and no more. */
  private boolean endsPhrase(int i) {
    return folded[i] == ':' || endsSentence(i);
  }

  private boolean endsSentence(int i) {
    char c = folded[i];
    if (c == '.') {
      boolean decimal = i + 1 < to && Character.isLetterOrDigit(folded[i + 1]);
      return !decimal || Alphabets.isUnspaced(folded[i + 1]);
    }
    return c == '!' || c == '?' || c == ';' || c == '\n';
  }

  private static boolean endsWithAny(String text, List<String> ends) {
    for (String end : ends) {
      if (text.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithAny(String text, List<String> starts) {
    for (String start : starts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsAny(String text, List<String> parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
