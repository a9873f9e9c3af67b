package assay.reading.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of folded phrases that is looked for in a folded text in one walk: a tree of characters,
 * with a table of the characters with which any phrase begins. A phrase that begins with a letter
 * is found only where a word begins (in scripts with blanks).
 */
public final class Phrases {

  /** Letters in ascending order, each with the node that it leads to. */
  private static final class Node {
    private char[] letters = {};
    private Node[] nodes = {};
    private boolean ends;

    @Nullable Node next(char letter) {
      int at = Arrays.binarySearch(letters, letter);
      return at < 0 ? null : nodes[at];
    }

    Node nextOrNew(char letter) {
      int at = Arrays.binarySearch(letters, letter);
      if (at >= 0) {
        return nodes[at];
      }
      int place = -at - 1;
      char[] moreLetters = new char[letters.length + 1];
      Node[] moreNodes = new Node[letters.length + 1];
      System.arraycopy(letters, 0, moreLetters, 0, place);
      System.arraycopy(nodes, 0, moreNodes, 0, place);
      System.arraycopy(letters, place, moreLetters, place + 1, letters.length - place);
      System.arraycopy(nodes, place, moreNodes, place + 1, nodes.length - place);
      moreLetters[place] = letter;
      moreNodes[place] = new Node();
      letters = moreLetters;
      nodes = moreNodes;
      return moreNodes[place];
    }
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
      node = node.nextOrNew(c);
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
      node = node.next(folded[i]);
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
