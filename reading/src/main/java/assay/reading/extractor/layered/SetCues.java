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
    /** These may be right too. */
    OPEN,
    /** These are wrong. */
    WRONG
  }

  private static final int STEPS = 10;
  private static final int NEAR = 3;

  private final Cues cues;
  private final Question question;
  private final SetVerdicts verdicts;

  SetCues(char[] folded, int from, int to, Cues cues, String question) {
    super(folded, from, to);
    this.cues = cues;
    this.question = new Question(question);
    verdicts = new SetVerdicts(folded, from, to);
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
      case ANNOUNCEMENT, ANNOUNCEMENT_OF_SEVERAL -> Said.ANSWER;
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
        return verdicts.judged(list.end()) == Said.WRONG
            ? Said.WRONG
            : Said.ANSWER; // "Верны варианты A, B"
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
          return denies && !heading ? Said.WRONG : Said.NOTHING;
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

  /** Whether a word may stand between a list and what ties it to its announcement. */
  static boolean isPassable(String word, int classes) {
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
    int previous = 0;
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
      int both = classes | previous;
      boolean most = (both & CueWords.MOST) != 0 && (both & CueWords.SUITED) != 0;
      right |= most || word.equals("best");
      previous = classes;
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
    boolean chosen = clause.length() < 6 && (clause.endsWith("选") || clause.endsWith("選"));
    boolean answers = chosen || containsAny(clause, SetWords.UNSPACED_ANSWERS);
    return answers && !question.asksForWrong() ? Said.ANSWER : Said.NOTHING;
  }

  private Said behind(ListedOptions list) {
    Said judged = verdicts.judged(list.end());
    if (judged == Said.NOTHING && list.single()) {
      judged =
          switch (cues.behind(list.start(), list.end())) {
            case RIGHT -> Said.RIGHT;
            case WRONG -> Said.WRONG;
            case NOTHING -> Said.NOTHING;
          };
    }
    if (judged != Said.RIGHT) {
      return question.asksForWrong() ? Said.NOTHING : judged;
    }
    if (question.asksForWrong()) {
      return Said.NOTHING;
    }
    boolean all =
        list.single() ? verdicts.onlyBefore(list.start()) : verdicts.opensClause(list.start());
    return all ? Said.ANSWER : Said.RIGHT;
  }
}
