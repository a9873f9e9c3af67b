package assay.reading.similarity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * METEOR with its exact and its stem module, without synonyms (which need WordNet): words in lower
 * case are paired if equal, then if their Porter stems are; {@code Fmean = pr / (0.9p + 0.1r)}, and
 * the score is {@code (1 − 0.5·(chunks / matches)³)·Fmean}, where a chunk is a run of pairs that is
 * one in both texts. From 0 to below 1: equal texts of m words score {@code 1 − 0.5/m³}. Source:
 * Banerjee and Lavie 2005; meteor_score.py of NLTK 3.8 with a WordNet that knows no word.
 */
public final class Meteor {

  private static final double ALPHA = 0.9;
  private static final double GAMMA = 0.5;

  private record Pair(int said, int wanted) {}

  private Meteor() {}

  /** METEOR against one reference. */
  public static double score(String reference, String answer) {
    return score(reference, answer, stem -> Set.of());
  }

  /**
   * METEOR against one reference, with a further module: words left unpaired by their stems are
   * paired if the reference's stem is a synonym of the answer's.
   *
   * @param synonyms the synonyms of a stem
   */
  static double score(String reference, String answer, Function<String, Set<String>> synonyms) {
    List<String> wanted = Tokens.words(reference.toLowerCase(Locale.ROOT));
    List<String> said = Tokens.words(answer.toLowerCase(Locale.ROOT));
    int[] partner = new int[said.size()];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[wanted.size()];
    pair(said, wanted, partner, taken, word -> Set.of(word));
    PorterStemmer stemmer = new PorterStemmer();
    List<String> saidStems = said.stream().map(stemmer::stem).toList();
    List<String> wantedStems = wanted.stream().map(stemmer::stem).toList();
    pair(saidStems, wantedStems, partner, taken, word -> Set.of(word));
    pair(saidStems, wantedStems, partner, taken, synonyms);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        pairs.add(new Pair(i, partner[i]));
      }
    }
    if (pairs.isEmpty()) {
      return 0;
    }
    double precision = (double) pairs.size() / said.size();
    double recall = (double) pairs.size() / wanted.size();
    double mean = precision * recall / (ALPHA * precision + (1 - ALPHA) * recall);
    double fragmentation = (double) chunks(pairs) / pairs.size();
    return (1 - GAMMA * fragmentation * fragmentation * fragmentation) * mean;
  }

  /**
   * Pairs words from the end of the answer, each with the last free one of the reference that it
   * may stand for.
   */
  private static void pair(
      List<String> said,
      List<String> wanted,
      int[] partner,
      boolean[] taken,
      Function<String, Set<String>> standsFor) {
    Map<String, Deque<Integer>> free = new HashMap<>();
    for (int j = 0; j < wanted.size(); j++) {
      if (!taken[j]) {
        free.computeIfAbsent(wanted.get(j), word -> new ArrayDeque<>()).push(j);
      }
    }
    for (int i = said.size() - 1; i >= 0; i--) {
      if (partner[i] < 0) {
        partner[i] = last(free, standsFor.apply(said.get(i)));
        if (partner[i] >= 0) {
          taken[partner[i]] = true;
        }
      }
    }
  }

  /** Takes the last free place of any of these words; −1 where there is none. */
  private static int last(Map<String, Deque<Integer>> free, Set<String> words) {
    @Nullable Deque<Integer> best = null;
    for (String word : words) {
      Deque<Integer> places = free.get(word);
      if (places != null
          && !places.isEmpty()
          && (best == null || places.getFirst() > best.getFirst())) {
        best = places;
      }
    }
    return best == null ? -1 : best.pop();
  }

  private static int chunks(List<Pair> pairs) {
    pairs.sort(Comparator.comparingInt(Pair::said));
    int chunks = 1;
    for (int i = 1; i < pairs.size(); i++) {
      Pair last = pairs.get(i - 1);
      Pair here = pairs.get(i);
      if (here.said() != last.said() + 1 || here.wanted() != last.wanted() + 1) {
        chunks++;
      }
    }
    return chunks;
  }
}
