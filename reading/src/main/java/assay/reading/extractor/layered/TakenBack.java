package assay.reading.extractor.layered;

import assay.reading.text.Phrases;

/** What takes back the answer before it, where none that could be read follows. */
final class TakenBack {

  private static final Phrases ANYWHERE =
      Phrases.parse(
          "scratch that|no wait|let me reconsider|on second thought|i misread|i meant"
              + "|changed my mind");

  /** The same at the beginning of a sentence; elsewhere "wait." may be a patient's. */
  private static final Phrases OPENING = Phrases.parse("wait,|wait.|wait -|correction:|edit:");

  /** The same where a sentence ended before it: "The answer is A. No, it should be …". */
  private static final Phrases WAVERING = Phrases.parse("no, |no. |hmm");

  private static final Phrases HESITATING = Phrases.parse("hmm");

  private TakenBack() {}

  /**
   * Whether the text behind an answer takes it back.
   *
   * @param no whether "No, …" may be the text of an option
   */
  static boolean says(char[] folded, int from, int to, boolean no) {
    return ANYWHERE.find(folded, from, to) >= 0
        || opens(OPENING, false, folded, from, to)
        || opens(no ? HESITATING : WAVERING, true, folded, from, to);
  }

  /** Whether a phrase begins a sentence; if asked, only behind one that ends in a full stop. */
  private static boolean opens(Phrases phrases, boolean stopped, char[] folded, int from, int to) {
    for (int i = from; i < to; i++) {
      if (phrases.matchAt(folded, i, to) < 0) {
        continue;
      }
      int before = i;
      while (before > from && (stopped ? " *_\"\n" : " *_\"").indexOf(folded[before - 1]) >= 0) {
        before--;
      }
      char last = before > from ? folded[before - 1] : '\n';
      boolean begins = stopped ? ".!\u2026".indexOf(last) >= 0 : !Character.isLetterOrDigit(last);
      if (begins && (i == from || !Character.isLetter(folded[i - 1]))) {
        return true;
      }
    }
    return false;
  }
}
