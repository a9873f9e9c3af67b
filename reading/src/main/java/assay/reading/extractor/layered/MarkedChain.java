package assay.reading.extractor.layered;

import assay.core.measure.Span;
import assay.reading.text.VisibleText;
import org.jspecify.annotations.Nullable;

/** Values marked for machines one behind the other: {@code \boxed{A} and \boxed{C}}. */
final class MarkedChain {

  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_NAME = 24;

  private MarkedChain() {}

  /**
   * Where a value and the boxes joined to it stand; null where only one of them is meant or they
   * are no boxes, so that it is not known which of them counts.
   */
  static @Nullable Span of(VisibleText visible, Span value) {
    char[] folded = visible.folded();
    int from = visible.start();
    int start = value.start();
    while (true) {
      int mark = beforeMark(folded, start, from);
      int i = beforeBlanks(folded, mark, from);
      int end = i + 1;
      while (i >= from && end - i < 6 && Character.isLetter(folded[i])) {
        i--;
      }
      String word = new String(folded, i + 1, end - i - 1);
      boolean or = SetWords.OR.contains(word);
      if (!word.isEmpty() && !or && !SetWords.AND.contains(word)) {
        return new Span(start, value.end());
      }
      i = beforeBlanks(folded, i, from);
      if (mark == start - 1 || i < from || "}>]".indexOf(folded[i]) < 0) {
        return new Span(start, value.end());
      }
      int earlier = folded[i] == '}' && !or ? boxBefore(folded, i, from) : -1;
      if (earlier < 0) {
        return null;
      }
      start = earlier;
    }
  }

  /** Before the opening of the mark whose value begins here; the place before it where none is. */
  private static int beforeMark(char[] folded, int start, int from) {
    int i = start - 1;
    while (i >= from && (folded[i] <= ' ' || folded[i] == '$' || folded[i] == '`')) {
      i--;
    }
    if (i < from) {
      return start - 1;
    }
    return switch (folded[i]) {
      case '{' -> beforeCommand(folded, i, from);
      case '>' -> beforeTag(folded, i, from);
      case '[' -> i > from && folded[i - 1] == '[' ? i - 2 : start - 1;
      default -> start - 1;
    };
  }

  /** Before the command of a brace, and that of one more around it: a text within a box. */
  private static int beforeCommand(char[] folded, int brace, int from) {
    int i = beforeName(folded, brace, from);
    boolean inner = i > from && folded[i] == '\\' && folded[i - 1] == '{';
    return inner ? beforeName(folded, i - 1, from) - 1 : i - 1;
  }

  private static int beforeName(char[] folded, int brace, int from) {
    int i = brace - 1;
    while (i >= from && brace - i < LONGEST_NAME && Character.isLetter(folded[i])) {
      i--;
    }
    return i;
  }

  private static int beforeTag(char[] folded, int close, int from) {
    int i = close;
    while (i >= from && close - i < LONGEST_NAME && folded[i] != '<') {
      i--;
    }
    return i - 1;
  }

  private static int beforeBlanks(char[] folded, int at, int from) {
    int i = at;
    while (i >= from && (folded[i] <= ' ' || "$,;&+*".indexOf(folded[i]) >= 0)) {
      i--;
    }
    return i;
  }

  /** Where the value of the box that closes here begins, or -1. */
  private static int boxBefore(char[] folded, int close, int from) {
    int i = close - 1;
    while (i >= from && close - i < LONGEST_VALUE && folded[i] != '\n') {
      boolean boxed = folded[i] == '{' && i - 6 >= from;
      if (boxed && new String(folded, i - 6, 6).equals("\\boxed")) {
        return i + 1;
      }
      i--;
    }
    return -1;
  }
}
