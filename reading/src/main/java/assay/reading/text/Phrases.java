package assay.reading.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of folded phrases that is looked for in a folded text in one walk: a tree of characters,
 * with a table of the characters with which any phrase begins. A phrase that begins with a letter
 * is found only where a word begins (in scripts with blanks).
 */
public final class Phrases {

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private boolean ends;
  }

  private final Node root = new Node();
  private final boolean[] first = new boolean[Character.MAX_VALUE + 1];

  private Phrases() {}

  /** A set of phrases; they are folded here. */
  public static Phrases of(List<String> phrases) {
    Phrases set = new Phrases();
    for (String phrase : phrases) {
      set.add(Folding.fold(phrase));
    }
    return set;
  }

  /** A set of phrases parted by vertical bars. */
  public static Phrases parse(String phrases) {
    return of(List.of(phrases.split("\\|")));
  }

  private void add(char[] phrase) {
    if (phrase.length == 0) {
      return;
    }
    first[phrase[0]] = true;
    Node node = root;
    for (char c : phrase) {
      node = node.next.computeIfAbsent(c, letter -> new Node());
    }
    node.ends = true;
  }

  /** Behind the longest phrase that stands at a place, or -1. */
  public int matchAt(char[] folded, int start, int to) {
    if (start >= to || !first[folded[start]]) {
      return -1;
    }
    int end = -1;
    @Nullable Node node = root;
    for (int i = start; i < to; i++) {
      node = node.next.get(folded[i]);
      if (node == null) {
        break;
      }
      if (node.ends) {
        end = i + 1;
      }
    }
    return end;
  }

  /** Behind the first phrase that stands between two places, or -1. */
  public int find(char[] folded, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!first[folded[i]]) {
        continue;
      }
      boolean inWord =
          i > from
              && Character.isLetter(folded[i])
              && Character.isLetter(folded[i - 1])
              && !Alphabets.isUnspaced(folded[i - 1]);
      if (inWord) {
        continue;
      }
      int end = matchAt(folded, i, to);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }
}
