package assay.reading.extractor.layered;

import assay.reading.text.Alphabets;
import java.util.List;

/** Walks over a folded text word by word, in either direction, and knows where a sentence ends. */
class WordWalk {

  /** How far sentences of scripts without blanks are looked at. */
  static final int UNSPACED_REACH = 60;

  /** How many words of a sentence are looked at. */
  static final int WORDS_OF_PHRASE = 40;

  private static final int LONGEST_WORD = 32;
  private static final String MARKS = " \n*_#\"'([{$`>|•·「『【〔《<\\～~";
  private static final String CLOSERS = " *_\"')]}$`」』】〕》>";

  final char[] folded;
  final int from;
  final int to;

  /** The position that the walk has come to. */
  int at;

  WordWalk(char[] folded, int from, int to) {
    this.folded = folded;
    this.from = from;
    this.to = to;
  }

  /** Whether a character may stand between an option and the words before it. */
  static boolean isMark(char c) {
    return MARKS.indexOf(c) >= 0;
  }

  /** Whether the character here is a letter of a script without blanks. */
  final boolean isUnspacedHere() {
    return Alphabets.isUnspaced(folded[at]);
  }

  /** Passes over blanks and marks; how many line ends were among them. */
  final int skipMarksBack() {
    int lineEnds = 0;
    while (at >= from && isMark(folded[at])) {
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

  final void skipBracketBack() {
    int i = at;
    while (i >= from && at - i < 40 && folded[i] != '(' && folded[i] != '\n') {
      i--;
    }
    if (i >= from && folded[i] == '(') {
      at = i - 1;
    }
  }

  final void skipClosers() {
    while (at < to && CLOSERS.indexOf(folded[at]) >= 0) {
      at++;
    }
  }

  /** The word that ends at {@code at}; moves before it. */
  final String wordBack() {
    int end = at + 1;
    while (at >= from && end - at <= LONGEST_WORD && isWordPart(at, from)) {
      at--;
    }
    return new String(folded, at + 1, end - at - 1);
  }

  final String wordForward() {
    int start = at;
    while (at < to && at - start < LONGEST_WORD && isWordPart(at, start)) {
      at++;
    }
    return new String(folded, start, at - start);
  }

  /** Whether a letter, or a mark upon one, stands here. */
  final boolean isLetter(int i) {
    return Character.isLetter(folded[i]) || isCombining(folded[i]);
  }

  private static boolean isCombining(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private boolean isWordPart(int i, int first) {
    char c = folded[i];
    if (c == '\'') {
      boolean within = i > first && i + 1 < to && Character.isLetter(folded[i - 1]);
      return within && Character.isLetter(folded[i + 1]);
    }
    return (Character.isLetter(c) && !Alphabets.isUnspaced(c)) || isCombining(c);
  }

  /** Also a colon: what stands before it announces what stands behind it, and no more. */
  final boolean endsPhrase(int i) {
    return folded[i] == ':' || endsSentence(i);
  }

  final boolean endsSentence(int i) {
    char c = folded[i];
    if (c == '.') {
      boolean decimal = i + 1 < to && Character.isLetterOrDigit(folded[i + 1]);
      return !decimal || Alphabets.isUnspaced(folded[i + 1]);
    }
    return c == '!' || c == '?' || c == ';' || c == '\n';
  }

  static boolean endsWithAny(String text, List<String> ends) {
    for (String end : ends) {
      if (text.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWithAny(String text, List<String> starts) {
    for (String start : starts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  static boolean containsAny(String text, List<String> parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
