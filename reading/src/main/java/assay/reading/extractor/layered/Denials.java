package assay.reading.extractor.layered;

import java.util.Set;

/** Denying words shortly before an option's text: "no pneumothorax", "rules out gout". */
final class Denials {

  private static final int REACH = 5;

  private static final Set<String> DENIALS =
      Set.of(
          "no",
          "not",
          "without",
          "never",
          "neither",
          "nor",
          "excluding",
          "excludes",
          "excluded",
          "unlike",
          "denies",
          "lacks",
          "absent",
          "absence",
          "negative",
          "unlikely",
          "except",
          "versus",
          "vs",
          "instead",
          "rather",
          "doubt",
          "doubtful",
          "avoid",
          "avoiding",
          "isn't",
          "aren't",
          "wasn't",
          "doesn't",
          "cannot",
          "can't",
          "rule",
          "rules",
          "ruled",
          "sin",
          "sem",
          "não",
          "sans",
          "pas",
          "ohne",
          "kein",
          "keine",
          "nicht",
          "senza",
          "non",
          "без",
          "нет",
          "не",
          "ללא",
          "לא",
          "אין",
          "بدون",
          "لا",
          "ليس",
          "geen",
          "if",
          "whether",
          "se",
          "si",
          "ob");

  /** Words after which a denial no longer reaches: "not gout but pseudogout". */
  private static final Set<String> TURNS =
      Set.of(
          "but", "however", "sino", "mas", "mais", "sondern", "ma", "но", "אלא", "بل", "is",
          "with");

  private Denials() {}

  /**
   * Whether a denying word stands shortly before, in the same clause.
   *
   * @param asksForWrong whether the question asks for what is to be avoided
   */
  static boolean before(int place, char[] folded, int from, boolean asksForWrong) {
    int i = place - 1;
    String next = "";
    for (int words = 0; words < REACH; words++) {
      while (i >= from && !Character.isLetter(folded[i])) {
        if (".;:!?\n,".indexOf(folded[i]) >= 0) {
          return false;
        }
        i--;
      }
      int wordEnd = i + 1;
      while (i >= from
          && wordEnd - i < 32
          && (Character.isLetter(folded[i]) || folded[i] == '\'')) {
        i--;
      }
      String word = new String(folded, i + 1, wordEnd - i - 1);
      // "trata-se de", "se trata de" are no conditions
      boolean reflexive =
          word.equals("se") && (next.startsWith("trat") || (i >= from && folded[i] == '-'));
      boolean asked = word.startsWith("avoid") && asksForWrong;
      if (word.equals("doubt") && undoubted(folded, i, from)) {
        return false;
      }
      if (DENIALS.contains(word) && !reflexive && !asked) {
        return true;
      }
      next = word;
      if (TURNS.contains(word) || i < from) {
        return false;
      }
    }
    return false;
  }

  /** "no doubt", "without a doubt". */
  private static boolean undoubted(char[] folded, int before, int from) {
    int start = before;
    while (start >= from && before - start < 12 && ".;:!?\n,".indexOf(folded[start]) < 0) {
      start--;
    }
    String words = new String(folded, start + 1, before - start);
    return words.endsWith("no ")
        || words.endsWith("without a ")
        || words.endsWith("without ")
        || words.endsWith("beyond ")
        || words.endsWith("little ");
  }
}
