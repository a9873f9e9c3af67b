package assay.reading.extractor.layered;

import assay.reading.text.VisibleText;
import java.util.Arrays;

/**
 * Options with boxes to be ticked: {@code [x] B. Gout}, {@code ☐ Yes ☑ No}. A box counts where it
 * begins a line or follows another on its line, with words behind it. What has an empty box is not
 * said; of what has a ticked one only the box is passed over.
 *
 * @param rest the reply without boxes and without what was left unticked; the reply itself where it
 *     has none
 * @param ticked how many boxes were ticked
 */
record CheckBoxes(VisibleText rest, int ticked) {

  private static final String EMPTY = "\u2610\u25A1\u25A2\u2B1C";
  private static final String TICKED = "\u2611\u2612";
  private static final String BULLETS = " \t*_-+\u2022>#|";

  static CheckBoxes of(VisibleText visible) {
    String text = visible.text();
    boolean none =
        text.indexOf("[ ]") < 0
            && text.indexOf("[x]") < 0
            && text.indexOf("[X]") < 0
            && text.indexOf('\u2610') < 0
            && text.indexOf('\u2611') < 0
            && text.indexOf('\u25A1') < 0
            && text.indexOf('\u2B1C') < 0;
    return none ? new CheckBoxes(visible, 0) : without(visible);
  }

  private static CheckBoxes without(VisibleText visible) {
    char[] rest = visible.text().toCharArray();
    char[] shown = rest.clone();
    int boxes = 0;
    int ticked = 0;
    int line = visible.start();
    while (line < visible.end()) {
      int lineEnd = line;
      while (lineEnd < visible.end() && shown[lineEnd] != '\n') {
        lineEnd++;
      }
      int box = nextBox(shown, line, lineEnd, true);
      while (box >= 0) {
        int behind = box + length(shown, box);
        int next = nextBox(shown, behind, lineEnd, false);
        boolean empty = isEmpty(shown, box);
        Arrays.fill(rest, box, empty ? (next < 0 ? lineEnd : next) : behind, ' ');
        boxes++;
        ticked += empty ? 0 : 1;
        box = next;
      }
      line = lineEnd + 1;
    }
    return boxes == 0
        ? new CheckBoxes(visible, 0)
        : new CheckBoxes(VisibleText.of(new String(rest)), ticked);
  }

  /** The first box of a line, behind bullets only, or the next behind another's words; or -1. */
  private static int nextBox(char[] text, int from, int to, boolean first) {
    for (int i = from; i < to; i++) {
      if (length(text, i) > 0 && wordsFollow(text, i + length(text, i), to)) {
        return i;
      }
      if (first && BULLETS.indexOf(text[i]) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean wordsFollow(char[] text, int behind, int to) {
    int i = behind;
    while (i < to && (text[i] == ' ' || text[i] == '*' || text[i] == '_' || text[i] == '(')) {
      i++;
    }
    return i < to && Character.isLetterOrDigit(text[i]);
  }

  private static int length(char[] text, int i) {
    if (EMPTY.indexOf(text[i]) >= 0 || TICKED.indexOf(text[i]) >= 0) {
      return 1;
    }
    boolean box = text[i] == '[' && i + 2 < text.length && text[i + 2] == ']';
    return box && " xX\u2713\u2714".indexOf(text[i + 1]) >= 0 ? 3 : 0;
  }

  private static boolean isEmpty(char[] text, int i) {
    return EMPTY.indexOf(text[i]) >= 0 || (text[i] == '[' && text[i + 1] == ' ');
  }
}
