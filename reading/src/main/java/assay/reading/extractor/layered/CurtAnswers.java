package assay.reading.extractor.layered;

import assay.reading.text.VisibleText;

/** "Answer D." as a sentence of its own, without a colon or "is". */
final class CurtAnswers {

  private CurtAnswers() {}

  static boolean is(Mention mention, VisibleText visible) {
    char[] folded = visible.folded();
    if (mention.form() != Mention.Form.MARKED || mention.before() != Cues.Before.NOTHING) {
      return false;
    }
    int behind = mention.end();
    while (behind < visible.end() && ".*_ ".indexOf(folded[behind]) >= 0) {
      behind++;
    }
    if (behind < visible.end() && folded[behind] != '\n') {
      return false;
    }
    int i = mention.start() - 1;
    while (i >= visible.start() && folded[i] == ' ') {
      i--;
    }
    int wordEnd = i + 1;
    while (i >= visible.start() && wordEnd - i < 20 && Character.isLetter(folded[i])) {
      i--;
    }
    int classes = CueWords.classes(new String(folded, i + 1, wordEnd - i - 1));
    while (i >= visible.start() && " *_\"(".indexOf(folded[i]) >= 0) {
      i--;
    }
    boolean begins = i < visible.start() || ".!?\n".indexOf(folded[i]) >= 0;
    return begins && (classes & CueWords.ANSWER) != 0;
  }
}
