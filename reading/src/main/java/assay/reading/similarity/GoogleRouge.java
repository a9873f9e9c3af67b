package assay.reading.similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * ROUGE as Google's {@code rouge_score} counts it (Hugging Face's {@code evaluate} calls it), on
 * the words of {@link Tokens#rouge}, without stemming: n-grams with clipped counts; the longest
 * common subsequence of the whole texts; and, for {@code rougeLsum}, the union of subsequences line
 * by line, in which no word counts more often than it occurs. Source: Lin 2004; rouge_scorer.py of
 * github.com/google-research/google-research, 0c1bbe5.
 */
public final class GoogleRouge {

  private GoogleRouge() {}

  /** ROUGE-n. */
  public static PrecisionRecall n(String reference, String answer, int n) {
    SequencedMap<List<String>, Integer> wanted = NGrams.counts(Tokens.rouge(reference), n);
    SequencedMap<List<String>, Integer> said = NGrams.counts(Tokens.rouge(answer), n);
    return PrecisionRecall.of(NGrams.shared(wanted, said), total(said), total(wanted));
  }

  /** ROUGE-L over the whole texts, whatever their lines. */
  public static PrecisionRecall l(String reference, String answer) {
    List<String> wanted = Tokens.rouge(reference);
    List<String> said = Tokens.rouge(answer);
    return PrecisionRecall.of(Subsequence.length(wanted, said), said.size(), wanted.size());
  }

  /** ROUGE-Lsum: lines are the sentences. */
  public static PrecisionRecall lsum(String reference, String answer) {
    List<List<String>> wanted = lines(reference);
    List<List<String>> said = lines(answer);
    Map<String, Integer> wantedLeft = new HashMap<>();
    Map<String, Integer> saidLeft = new HashMap<>();
    int wantedWords = countInto(wanted, wantedLeft);
    int saidWords = countInto(said, saidLeft);
    long hits = 0;
    for (List<String> line : wanted) {
      TreeSet<Integer> union = new TreeSet<>();
      for (List<String> other : said) {
        for (int place : Subsequence.places(line, other, Subsequence.Tie.DROP_REFERENCE)) {
          union.add(place);
        }
      }
      for (int place : union) {
        String word = line.get(place);
        int left = Math.min(wantedLeft.getOrDefault(word, 0), saidLeft.getOrDefault(word, 0));
        if (left > 0) {
          hits++;
          wantedLeft.merge(word, -1, Integer::sum);
          saidLeft.merge(word, -1, Integer::sum);
        }
      }
    }
    return PrecisionRecall.of(hits, saidWords, wantedWords);
  }

  private static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(Tokens.rouge(line));
      }
    }
    return lines;
  }

  private static int countInto(List<List<String>> lines, Map<String, Integer> counts) {
    int words = 0;
    for (List<String> line : lines) {
      words += line.size();
      line.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return words;
  }

  private static long total(SequencedMap<List<String>, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }
}
