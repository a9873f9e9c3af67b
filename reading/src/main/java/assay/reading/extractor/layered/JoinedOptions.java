package assay.reading.extractor.layered;

import assay.reading.text.Alphabets;
import assay.reading.text.Phrases;

/**
 * Tells whether another option is joined to one that was named: "B, C", "A and B", "A/B", "B e C".
 */
final class JoinedOptions {

  private static final String OPENERS = "*_\"'([{$`「『【〔《<";
  private static final String CLOSERS = "*_\"')]}$`」』】〕》>";

  /** Signs between two options, and the words that are one character of a script without blanks. */
  private static final String SEPARATORS = ",/&+;、と和與与及및";

  private static final int LONGEST_REMARK = 60;

  private static final Phrases JOINING_PHRASES =
      Phrases.parse("as well as |along with |together with |plus |así como |bem como |ainsi que ");

  private final String text;
  private final char[] folded;
  private final int to;
  private final OptionKeys keys;
  private final LetterContext context;

  JoinedOptions(String text, char[] folded, int to, OptionKeys keys, LetterContext context) {
    this.text = text;
    this.folded = folded;
    this.to = to;
    this.keys = keys;
    this.context = context;
  }

  /** Whether another option is joined to the one that ends here: ", C", " and C", "/C". */
  boolean joined(int option, int end) {
    int i = end;
    while (i < to && CLOSERS.indexOf(folded[i]) >= 0) {
      i++;
    }
    if (i + 2 < to && folded[i] == '(' && folded[i + 2] == ')') {
      int next = keys.named(text.charAt(i + 1)); // "(A)(B)"
      return next >= 0 && next != option;
    }
    i = behindRemark(i);
    boolean mark = false;
    boolean ideographic = false;
    while (i < to && (folded[i] == ' ' || SEPARATORS.indexOf(folded[i]) >= 0)) {
      mark |= folded[i] != ' ';
      ideographic |= Alphabets.isUnspaced(folded[i]) || text.charAt(i) == '、';
      i++;
    }
    int phrase = JOINING_PHRASES.matchAt(folded, i, to);
    if (phrase >= 0) {
      mark = true;
      i = phrase;
    }
    int word = i;
    while (i < to
        && i - word < 10
        && Character.isLetter(folded[i])
        && !Alphabets.isUnspaced(folded[i])) {
      i++;
    }
    if (i > word + 1 || (i == word + 1 && !ideographic && isSmallJoiner(word))) {
      if ((CueWords.classes(new String(folded, word, i - word)) & CueWords.JOINER) == 0) {
        return false;
      }
      mark = true;
      while (i < to && folded[i] == ' ') {
        i++;
      }
      int adverb = i;
      while (i < to && i - adverb < 12 && Character.isLetter(folded[i])) {
        i++;
      }
      boolean passable =
          i > adverb + 1
              && (CueWords.classes(new String(folded, adverb, i - adverb)) & CueWords.FILLER) != 0;
      i = passable ? i : adverb;
    } else {
      i = word;
    }
    if (!mark) {
      return false;
    }
    while (i < to && (folded[i] == ' ' || OPENERS.indexOf(folded[i]) >= 0)) {
      i++;
    }
    if (i >= to) {
      return false;
    }
    int other = keys.named(text.charAt(i));
    boolean ends = i + 1 >= to || !Alphabets.isSpacedWord(folded[i + 1]);
    boolean capital = ideographic || !Character.isLowerCase(text.charAt(i));
    return other >= 0
        && other != option
        && ends
        && capital
        && !context.partOfWord(i, i + 1)
        && !context.isArticle(i, i + 1);
  }

  /** Passes over a short remark in brackets: "B (warfarin) and C". */
  private int behindRemark(int start) {
    int i = start;
    while (i < to && folded[i] == ' ') {
      i++;
    }
    if (i >= to || folded[i] != '(') {
      return start;
    }
    int last = Math.min(to, i + LONGEST_REMARK);
    while (i < last && folded[i] != ')' && folded[i] != '\n') {
      i++;
    }
    return i < last && folded[i] == ')' ? i + 1 : start;
  }

  /** "B e C", "B y C", "B o C", where the joining word is itself a letter. */
  private boolean isSmallJoiner(int at) {
    return Character.isLowerCase(text.charAt(at));
  }
}
