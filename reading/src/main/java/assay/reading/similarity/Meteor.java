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
import java.util.function.UnaryOperator;

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
    List<String> wanted = Tokens.words(reference.toLowerCase(Locale.ROOT));
    List<String> said = Tokens.words(answer.toLowerCase(Locale.ROOT));
    int[] partner = new int[said.size()];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[wanted.size()];
    pair(said, wanted, partner, taken, UnaryOperator.identity());
    PorterStemmer stemmer = new PorterStemmer();
    pair(said, wanted, partner, taken, stemmer::stem);
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

  /** Pairs words from the end of the answer, each with the last free equal of the reference. */
  private static void pair(
      List<String> said,
      List<String> wanted,
      int[] partner,
      boolean[] taken,
      UnaryOperator<String> form) {
    Map<String, Deque<Integer>> free = new HashMap<>();
    for (int j = 0; j < wanted.size(); j++) {
      if (!taken[j]) {
        free.computeIfAbsent(form.apply(wanted.get(j)), word -> new ArrayDeque<>()).push(j);
      }
    }
    for (int i = said.size() - 1; i >= 0; i--) {
      if (partner[i] < 0) {
        Deque<Integer> places = free.get(form.apply(said.get(i)));
        if (places != null && !places.isEmpty()) {
          partner[i] = places.pop();
          taken[partner[i]] = true;
        }
      }
    }
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
