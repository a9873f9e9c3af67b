package assay.reading.similarity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How alike two texts are by the ratio of Python's {@code difflib.SequenceMatcher(None, a, b)}:
 * {@code 2M / T} with T the characters of both texts and M those in matching blocks, which are
 * found by taking the longest common block and going on to its left and right. In a second text of
 * 200 characters and more, those that make up more than a hundredth of it and one begin no block,
 * only prolong it (its "automatic junk"). Not symmetric. From 0 to 1. Characters are Unicode code
 * points. Source: difflib.py of CPython 3.11.
 */
public final class SequenceMatcher {

  private static final int JUNK_FROM = 200;

  private final int[] first;
  private final int[] second;
  private final Map<Integer, int[]> places = new HashMap<>();

  /** Compares a first text with a second. */
  public SequenceMatcher(String first, String second) {
    this.first = first.codePoints().toArray();
    this.second = second.codePoints().toArray();
    Map<Integer, Integer> counts = new HashMap<>();
    for (int c : this.second) {
      counts.merge(c, 1, Integer::sum);
    }
    int most = this.second.length >= JUNK_FROM ? this.second.length / 100 + 1 : Integer.MAX_VALUE;
    Map<Integer, Integer> filled = new HashMap<>();
    for (int j = 0; j < this.second.length; j++) {
      int c = this.second[j];
      int count = counts.getOrDefault(c, 0);
      if (count <= most) {
        int at = filled.merge(c, 1, Integer::sum) - 1;
        places.computeIfAbsent(c, character -> new int[count])[at] = j;
      }
    }
  }

  /** {@code 2M / T}; 1 for two empty texts. */
  public double ratio() {
    int total = first.length + second.length;
    return total == 0 ? 1 : 2.0 * matches() / total;
  }

  private record Range(int firstFrom, int firstTo, int secondFrom, int secondTo) {}

  private record Block(int first, int second, int size) {}

  private long matches() {
    long matches = 0;
    Deque<Range> ranges = new ArrayDeque<>();
    ranges.push(new Range(0, first.length, 0, second.length));
    int[] lengths = new int[second.length + 1];
    int[] next = new int[second.length + 1];
    while (!ranges.isEmpty()) {
      Range range = ranges.pop();
      Block block = longest(range, lengths, next);
      if (block.size() > 0) {
        matches += block.size();
        if (range.firstFrom() < block.first() && range.secondFrom() < block.second()) {
          ranges.push(
              new Range(range.firstFrom(), block.first(), range.secondFrom(), block.second()));
        }
        int firstEnd = block.first() + block.size();
        int secondEnd = block.second() + block.size();
        if (firstEnd < range.firstTo() && secondEnd < range.secondTo()) {
          ranges.push(new Range(firstEnd, range.firstTo(), secondEnd, range.secondTo()));
        }
      }
    }
    return matches;
  }

  /** The longest common block, the first of several in the first text, then in the second. */
  private Block longest(Range range, int[] lengths, int[] next) {
    int bestFirst = range.firstFrom();
    int bestSecond = range.secondFrom();
    int bestSize = 0;
    int[] above = lengths;
    int[] here = next;
    int[] aboveUsed = {};
    for (int i = range.firstFrom(); i < range.firstTo(); i++) {
      int[] at = places.getOrDefault(first[i], new int[0]);
      for (int j : at) {
        if (j < range.secondFrom()) {
          continue;
        }
        if (j >= range.secondTo()) {
          break;
        }
        // lengths are kept one place to the right, so that place 0 stands for none
        int size = above[j] + 1;
        here[j + 1] = size;
        if (size > bestSize) {
          bestFirst = i - size + 1;
          bestSecond = j - size + 1;
          bestSize = size;
        }
      }
      clear(above, aboveUsed);
      int[] swap = above;
      above = here;
      here = swap;
      aboveUsed = at;
    }
    clear(above, aboveUsed);
    while (bestFirst > range.firstFrom()
        && bestSecond > range.secondFrom()
        && first[bestFirst - 1] == second[bestSecond - 1]) {
      bestFirst--;
      bestSecond--;
      bestSize++;
    }
    while (bestFirst + bestSize < range.firstTo()
        && bestSecond + bestSize < range.secondTo()
        && first[bestFirst + bestSize] == second[bestSecond + bestSize]) {
      bestSize++;
    }
    return new Block(bestFirst, bestSecond, bestSize);
  }

  private static void clear(int[] lengths, int[] used) {
    for (int j : used) {
      lengths[j + 1] = 0;
    }
  }
}
