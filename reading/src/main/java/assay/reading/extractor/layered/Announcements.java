package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Cues.Before;
import assay.reading.text.Alphabets;
import java.util.Set;

/** What the words before an option say of it: "The answer is", "I choose", "Resposta:", "正解は". */
final class Announcements extends WordWalk {

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

  /** "Selected: B". */
  private static final Set<String> CHOSEN =
      Set.of(
          "selected", "chosen", "choose", "select", "gewählt", "elegida", "escolhida", "choisie");

  /** What turns "doubt" round: "no doubt". */
  private static final Set<String> UNDOUBTED = Set.of("no", "without", "beyond", "little", "a");

  private final Question question;

  /** Whether the last option was tied by "would be". */
  private boolean hypothetical;

  /** Whether the last option was tied by "are". */
  private boolean tiedByPlural;

  /** Whether "most likely" or the like stood between the last option and what tied it. */
  private boolean weighedBehind;

  Announcements(char[] folded, int from, int to, Question question) {
    super(folded, from, to);
    this.question = question;
  }

  /** What stands before an option that begins at {@code start}, its brackets and marks included. */
  Before before(int start) {
    at = start - 1;
    boolean tied = false; // by a colon or "is"
    boolean byIs = false;
    hypothetical = false;
    weighedBehind = false;
    tiedByPlural = false;
    int previous = 0;
    boolean open = false;
    boolean denied = false;
    boolean answerWord = false;
    boolean concludes = false;
    boolean degree = false;
    boolean than = false;
    boolean ofBehind = false;
    for (int step = 0; step < STEPS; step++) {
      int lineEnds = skipMarksBack();
      boolean opens = at < from || lineEnds > 0 || endsSentence(at);
      if (!tied && ((concludes && (opens || folded[at] == ',')) || (degree && opens))) {
        return Before.CONCLUSION;
      }
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
      if (c == ':' || c == '】' || c == '=' || c == '→' || c == '⇒' || c == '➡') {
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
      if (!isLetter(at)) {
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
        tiedByPlural |= (classes & CueWords.PLURAL) != 0;
        hypothetical |= CueWords.HYPOTHETICAL.contains(word);
        tied = true;
        continue;
      }
      if (!tied && word.equals("than")) {
        than = true;
        continue;
      }
      boolean turnsAway = (than && word.equals("rather")) || (ofBehind && word.equals("instead"));
      if (!tied && turnsAway) {
        return Before.DENIAL;
      }
      ofBehind = word.equals("of");
      if (!tied && (classes & CueWords.PASSABLE) != 0) {
        answerWord |= (classes & (CueWords.ANSWER | CueWords.OFFERED)) != 0;
        concludes |= (classes & CueWords.CONCLUSION) != 0;
        weighedBehind |= weighs(previous, classes);
        previous = classes;
        degree |= (classes & CueWords.SUITED) != 0 || word.equals("probably");
        continue;
      }
      if (!tied && (classes & CueWords.CHOOSE) != 0) {
        if (!denied && ofOthers()) {
          return Before.NOTHING;
        }
        return denied ? Before.DENIAL : Before.ANNOUNCEMENT;
      }
      if (!tied && (classes & CueWords.CONTRAST) != 0) {
        if (denied) {
          return Before.DENIAL; // "B and D, but not C"
        }
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

  /**
   * "A thin rim would favour", "some might choose": a verb of choosing that is not the writer's.
   */
  private boolean ofOthers() {
    int keep = at;
    skipMarksBack();
    String modal = at >= from && isLetter(at) ? wordBack() : "";
    boolean supposed = Set.of("would", "could", "might", "may", "can").contains(modal);
    skipMarksBack();
    String subject = supposed && at >= from && isLetter(at) ? wordBack() : "";
    at = keep;
    return supposed && !Set.of("", "i", "we", "one", "you").contains(subject);
  }

  private static Tie tie(boolean open, boolean byIs) {
    if (open) {
      return Tie.OPEN;
    }
    return byIs ? Tie.IS : Tie.COLON;
  }

  /** Whether two words that stand together say "most likely" or the like, in either order. */
  private static boolean weighs(int classes, int next) {
    int both = classes | next;
    return (both & CueWords.MOST) != 0 && (both & CueWords.SUITED) != 0;
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
    boolean doubts = false;
    boolean several = false;
    boolean single = false;
    boolean denied = deniedBefore;
    boolean open = tie == Tie.OPEN;
    boolean judges = weighedBehind;
    boolean sameClause = true;
    int previous = 0;
    String first = "";
    String behind = "";
    for (int words = 0; words < WORDS_OF_PHRASE && at >= from; words++) {
      while (at >= from && !isLetter(at) && !endsPhrase(at)) {
        sameClause &= folded[at] != ',';
        at--;
      }
      if (at < from || endsPhrase(at)) {
        break;
      }
      if (Alphabets.isUnspaced(folded[at])) {
        Before unspaced = beforeUnspaced(true);
        answer |= unspaced == Before.ANNOUNCEMENT;
        judges |= unspaced == Before.JUDGEMENT;
        break;
      }
      String word = wordBack();
      first = word;
      int classes = CueWords.classes(word);
      // "B is wrong and it should be": what is wrong stands in a clause of its own
      sameClause &= !(behind.equals("it") && (classes & CueWords.JOINER) != 0);
      behind = word;
      // Before a mere colon the word must stand close: "Answer:", not "to find the answer, note
      // this:"
      boolean near = tie != Tie.COLON || words < NEAR_COLON;
      judges |= weighs(previous, classes) || word.equals("best");
      previous = classes;
      answer |= (classes & CueWords.ANSWER) != 0 && near;
      offered |= (classes & CueWords.OFFERED) != 0 && near;
      right |=
          (classes & CueWords.RIGHT & ~CueWords.ANSWER) != 0 && (classes & CueWords.ANSWER) == 0;
      wrong |= (classes & CueWords.WRONG) != 0 && (classes & CueWords.NEGATOR) == 0 && sameClause;
      other |= (classes & CueWords.OTHER) != 0 && words < NEAR && sameClause;
      lists |= (classes & CueWords.OPTIONS) != 0 && words < NEAR && sameClause;
      condition |= (classes & CueWords.CONDITION) != 0;
      doubts = word.equals("doubt") || (doubts && !UNDOUBTED.contains(word));
      answer |= tie == Tie.COLON && words == 0 && CHOSEN.contains(word);
      boolean plural = tiedByPlural || (tie == Tie.COLON && (words == 0 || (words == 1 && right)));
      several |= (classes & CueWords.ANSWERS) != 0 && plural;
      single |=
          (classes & (CueWords.ANSWER | CueWords.OFFERED)) != 0
              && (classes & CueWords.ANSWERS) == 0;
      open |= (classes & CueWords.MODAL) != 0 && words < NEAR_COLON;
    }
    judges |= (CueWords.classes(first) & CueWords.CONCLUSION) != 0;
    // "Should the patient have …, the answer would be"
    condition |= first.equals("should") || first.equals("had") || first.equals("were");
    if (denied || doubts) {
      return Before.DENIAL;
    }
    if (wrong && !question.asksForWrong()) {
      return Before.DENIAL;
    }
    if (other || (lists && !right)) {
      return Before.NOTHING;
    }
    boolean announced = answer || ((offered || several) && right);
    if (announced && !open && !(condition && hypothetical)) {
      return several && !single ? Before.ANNOUNCEMENT_OF_SEVERAL : Before.ANNOUNCEMENT;
    }
    if (condition) {
      return Before.NOTHING;
    }
    if (open) {
      return Before.SUPPOSITION;
    }
    return judges && !question.asksForWrong() ? Before.JUDGEMENT : Before.STATEMENT;
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
    if (answer) {
      return Before.ANNOUNCEMENT;
    }
    boolean judges =
        containsAny(sentence, CueWords.UNSPACED_MOST)
            && !containsAny(sentence, CueWords.UNSPACED_LEAST)
            && !question.asksForWrong();
    return judges ? Before.JUDGEMENT : Before.STATEMENT;
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
        if (!isMark(folded[at])) {
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
}
