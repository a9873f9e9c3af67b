package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Cues.Behind;
import assay.reading.text.VisibleText;

/** "Answer D." as a sentence of its own, without a colon or "is"; or "D." as the last one. */
final class CurtAnswers {

  /** A word of fewer letters before a full stop may be an abbreviation. */
  private static final int SHORTEST = 4;

  private CurtAnswers() {}

  static boolean is(Mention mention, VisibleText visible) {
    return closes(mention, visible) || answers(mention, visible);
  }

  /** "…, not D. A.": the last sentence is the key alone, and a full stop ends it. */
  private static boolean closes(Mention mention, VisibleText visible) {
    char[] folded = visible.folded();
    boolean plain = mention.before() == Cues.Before.NOTHING && mention.behind() == Behind.NOTHING;
    boolean capital = Character.isUpperCase(visible.text().charAt(mention.letter()));
    if (!plain || !capital || mention.startsLine() || mention.several()) {
      return false;
    }
    int behind = mention.letter() + 1;
    while (behind < visible.end() && ".*_)\" ".indexOf(folded[behind]) >= 0) {
      behind++;
    }
    boolean article = folded[mention.letter()] == 'a' || folded[mention.letter()] == 'i';
    boolean stopped = behind > mention.letter() + 1;
    int i = mention.start() - 1;
    while (i >= visible.start() && folded[i] == ' ') {
      i--;
    }
    boolean opens = i >= visible.start() && i < mention.start() - 1 && ".!".indexOf(folded[i]) >= 0;
    int word = i;
    while (word > visible.start() && Character.isLetter(folded[word - 1])) {
      word--;
    }
    boolean shortened = word < i && i - word < SHORTEST; // "Fig. A"
    return behind == visible.end() && opens && !shortened && (stopped || !article);
  }

  private static boolean answers(Mention mention, VisibleText visible) {
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
