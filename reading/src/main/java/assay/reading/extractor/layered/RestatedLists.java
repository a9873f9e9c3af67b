package assay.reading.extractor.layered;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells entries of a list that restates or discusses the options from an option given as the answer
 * on a line of its own: lines that begin with keys in their order, written the same way.
 */
final class RestatedLists {

  private RestatedLists() {}

  static List<Mention> mark(List<Mention> mentions, char[] folded, int from) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).startsLine()) {
        lines.add(i);
      }
    }
    if (lines.size() < 2) {
      return mentions;
    }
    List<Mention> marked = new ArrayList<>(mentions);
    for (int k = 0; k < lines.size(); k++) {
      Mention one = mentions.get(lines.get(k));
      boolean followed =
          k + 1 < lines.size() && follows(one, mentions.get(lines.get(k + 1)), folded, from);
      boolean preceded = k > 0 && follows(mentions.get(lines.get(k - 1)), one, folded, from);
      if (followed || preceded) {
        marked.set(lines.get(k), one.asListed());
      }
    }
    return marked;
  }

  private static boolean follows(Mention one, Mention next, char[] folded, int from) {
    return next.option() == one.option() + 1
        && one.option() >= 0
        && prefix(one, folded, from).equals(prefix(next, folded, from));
  }

  /** What stands on the line before the key, which entries of one list share. */
  private static String prefix(Mention mention, char[] folded, int from) {
    int i = mention.letter();
    while (i > from && folded[i - 1] != '\n' && mention.letter() - i < 16) {
      i--;
    }
    return new String(folded, i, mention.letter() - i).strip();
  }
}
