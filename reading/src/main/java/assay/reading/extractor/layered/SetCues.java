package assay.reading.extractor.layered;

import assay.reading.text.Alphabets;

/**
 * What the words around a list of options say of it: "The correct answers are", "Richtig sind die
 * Antworten", "Réponses justes :" before it, "are correct", "が正しい" behind it.
 */
final class SetCues extends WordWalk {

  /** What is said of a list. */
  enum Said {
    NOTHING,
    /** These are the right ones. */
    ANSWER,
    /** These are right, and others may be. */
    RIGHT,
    /** These are wrong. */
    WRONG
  }

  private static final int STEPS = 10;
  private static final int NEAR = 3;

  private final Cues cues;
  private final Question question;

  SetCues(char[] folded, int from, int to, Cues cues, String question) {
    super(folded, from, to);
    this.cues = cues;
    this.question = new Question(question);
  }

  /** What is said of a list, before it or behind it. */
  Said of(ListedOptions list) {
    Said said = said(list);
    boolean right = said == Said.ANSWER || said == Said.RIGHT;
    return right && supposes(list.start()) ? Said.NOTHING : said;
  }

  /** "If pus is there, the answer is A": whether the sentence begins as a condition. */
  private boolean supposes(int start) {
    at = start - 1;
    String first = "";
    for (int words = 0; words < WORDS_OF_PHRASE && at >= from && !endsSentence(at); words++) {
      if (isUnspacedHere() || !isLetter(at)) {
        at--;
        words--;
      } else {
        first = wordBack();
      }
    }
    return (CueWords.classes(first) & CueWords.CONDITION) != 0
        || first.equals("should")
        || first.equals("had");
  }

  private Said said(ListedOptions list) {
    return switch (cues.before(list.start())) {
      case ANNOUNCEMENT -> Said.ANSWER;
      case DENIAL -> Said.WRONG;
      case NOTHING, STATEMENT, CONCLUSION, SUPPOSITION, JUDGEMENT -> {
        Said before = before(list);
        yield before == Said.NOTHING ? behind(list) : before;
      }
    };
  }

  private Said before(ListedOptions list) {
    at = list.start() - 1;
    boolean answers = false;
    boolean right = false;
    boolean wrong = false;
    boolean tied = false;
    boolean heading = false;
    for (int step = 0; step < STEPS && !tied; step++) {
      int lineEnds = skipMarksBack();
      boolean begins = at < from || lineEnds > 0 || endsSentence(at);
      if (heading && begins) {
        return answers && !wrong ? Said.ANSWER : Said.NOTHING; // "### Correct answers"
      }
      if (!tied && begins && step > (list.single() ? 1 : 0) && right && !wrong) {
        return judged(list.end()) == Said.WRONG ? Said.WRONG : Said.ANSWER; // "Верны варианты A, B"
      }
      if (at < from || lineEnds > 3 || endsSentence(at)) {
        return Said.NOTHING;
      }
      heading |= step == 0 && lineEnds > 0 && isLetter(at);
      char c = folded[at];
      if (heading && !isLetter(at)) {
        return Said.NOTHING;
      }
      if (c == ':' || c == '=' || c == '→' || c == '】') {
        tied = true;
        at--;
      } else if (c == '-' && (at == from || folded[at - 1] <= ' ')) {
        at--;
      } else if (Alphabets.isUnspaced(c)) {
        return unspaced();
      } else if (!isLetter(at)) {
        return Said.NOTHING;
      } else {
        String word = wordBack();
        int classes = CueWords.classes(word);
        if ((classes & CueWords.CHOOSE) != 0 && !isPassable(word, classes)) {
          return byTheWriter() ? Said.ANSWER : Said.NOTHING;
        }
        if ((classes & CueWords.COPULA) != 0 || SetWords.TIES.contains(word)) {
          if (heading && lineEnds == 0) {
            return Said.NOTHING;
          }
          tied = true;
        } else if (isPassable(word, classes)) {
          answers |= SetWords.ANSWERS.contains(word);
          right |= SetWords.RIGHT.contains(word);
          wrong |= SetWords.WRONG.contains(word);
        } else {
          boolean denies = (classes & CueWords.NEGATOR) != 0 && !word.equals("neither");
          return denies ? Said.WRONG : Said.NOTHING;
        }
      }
    }
    return tied ? clause(answers, right, wrong) : Said.NOTHING;
  }

  /** "I choose", "Select", "so I would pick"; not "most students choose". */
  private boolean byTheWriter() {
    for (int words = 0; words < NEAR; words++) {
      skipMarksBack();
      if (at < from || endsPhrase(at) || folded[at] == ',') {
        return true;
      }
      String word = isLetter(at) && !isUnspacedHere() ? wordBack() : "";
      if (word.equals("i") || word.equals("we") || word.equals("i'd") || word.equals("i'll")) {
        return true;
      }
      if (!word.equals("would") && !word.equals("will") && !word.equals("therefore")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPassable(String word, int classes) {
    return (classes & (CueWords.FILLER | CueWords.ANSWER | CueWords.OFFERED)) != 0
        || SetWords.ANSWERS.contains(word)
        || SetWords.OFFERED.contains(word)
        || SetWords.RIGHT.contains(word)
        || SetWords.WRONG.contains(word)
        || SetWords.ARTICLES.contains(word);
  }

  /** Reads the clause on, back to its beginning. */
  private Said clause(boolean answersBehind, boolean rightBehind, boolean wrongBehind) {
    boolean answers = answersBehind;
    boolean right = rightBehind;
    boolean wrong = wrongBehind;
    for (int words = 0; words < WORDS_OF_PHRASE; words++) {
      while (at >= from && !isLetter(at) && !endsPhrase(at)) {
        at--;
      }
      if (at < from || endsPhrase(at)) {
        break;
      }
      if (isUnspacedHere()) {
        return unspaced();
      }
      String word = wordBack();
      int classes = CueWords.classes(word);
      boolean denies = (classes & CueWords.NEGATOR) != 0 && !word.equals("ne");
      if (denies && !SetWords.ANSWERS.contains(word) && !SetWords.WRONG.contains(word)) {
        return Said.WRONG;
      }
      if ((classes & (CueWords.OTHER | CueWords.CONDITION | CueWords.MODAL)) != 0) {
        return Said.NOTHING;
      }
      answers |= SetWords.ANSWERS.contains(word);
      answers |= (classes & CueWords.ANSWER) != 0 && words < NEAR;
      right |= SetWords.RIGHT.contains(word) && (words < NEAR || SetWords.OFFERED.contains(word));
      right |= SetWords.RIGHT.contains(word) && answers;
      wrong |= SetWords.WRONG.contains(word);
    }
    if (wrong) {
      return question.asksForWrong() ? Said.ANSWER : Said.WRONG;
    }
    if (answers) {
      return Said.ANSWER;
    }
    return right && !question.asksForWrong() ? Said.ANSWER : Said.NOTHING;
  }

  /** The same for scripts without blanks: looks for parts of words in the clause so far. */
  private Said unspaced() {
    int end = at + 1;
    int start = end;
    while (start > from && end - start < UNSPACED_REACH && !endsPhrase(start - 1)) {
      start--;
    }
    String clause = new String(folded, start, end - start).strip();
    if (containsAny(clause, CueWords.UNSPACED_CONDITIONS)) {
      return Said.NOTHING;
    }
    boolean tied = end < to && folded[end] == ':';
    tied |= endsWithAny(clause, CueWords.UNSPACED_COPULAS) || clause.endsWith("有");
    if (!tied) {
      return Said.NOTHING;
    }
    if (containsAny(clause, SetWords.UNSPACED_DENIALS)) {
      return question.asksForWrong() ? Said.ANSWER : Said.WRONG;
    }
    return containsAny(clause, SetWords.UNSPACED_ANSWERS) && !question.asksForWrong()
        ? Said.ANSWER
        : Said.NOTHING;
  }

  private Said behind(ListedOptions list) {
    if (list.single()) {
      return switch (cues.behind(list.start(), list.end())) {
        case RIGHT -> onlyBefore(list.start()) ? Said.ANSWER : Said.RIGHT;
        case WRONG -> Said.WRONG;
        case NOTHING -> Said.NOTHING;
      };
    }
    Said judged = judged(list.end());
    if (judged == Said.NOTHING || question.asksForWrong()) {
      return Said.NOTHING;
    }
    return judged == Said.RIGHT && opensClause(list.start()) ? Said.ANSWER : judged;
  }

  /** Whether nothing but one statement, which neither denies nor leaves open, leads to a list. */
  boolean states(int start) {
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
      boolean doubts = SetWords.HEDGES.contains(word) || SetWords.WRONG.contains(word);
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

  private boolean onlyBefore(int start) {
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
  private boolean opensClause(int start) {
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
  private Said judged(int end) {
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
    for (int words = 0; words < 6 && at < to && isLetter(at); words++) {
      String word = wordForward();
      int classes = CueWords.classes(word);
      skipClosers();
      if ((classes & (CueWords.MODAL | CueWords.CONDITION)) != 0) {
        return Said.NOTHING;
      }
      if (SetWords.WRONG.contains(word) && (classes & CueWords.NEGATOR) == 0) {
        return denied ? Said.NOTHING : Said.WRONG;
      }
      if (SetWords.RIGHT.contains(word)) {
        return !endsOrAnswer() ? Said.NOTHING : denied ? Said.WRONG : Said.RIGHT;
      }
      if ((classes & CueWords.NEGATOR) != 0) {
        denied = true;
      } else if ((classes & CueWords.COPULA) != 0 || SetWords.TIES.contains(word)) {
        copula = true;
      } else if (!copula || !isPassable(word, classes)) {
        return Said.NOTHING;
      } else if (SetWords.ANSWERS.contains(word) && !denied) {
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
}
