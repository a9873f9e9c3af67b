package assay.reading.similarity;

import assay.reading.text.PythonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * chrF: the F-score, β = 2, of character n-grams up to 6 with white space taken out; chrF++ also
 * counts runs of one and two words, marks at a word's end or beginning parted from it. Precision
 * and recall are means over the lengths that both texts have. From 0 to 1. Source: Popović 2015 and
 * 2017; chrf.py of github.com/mjpost/sacrebleu, f615c72, without its smoothing.
 */
public final class ChrF {

  private static final int CHARACTERS = 6;
  private static final int BETA_SQUARED = 4;
  private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private ChrF() {}

  /** chrF against the best of the references. */
  public static double characters(List<String> references, String answer) {
    return best(references, answer, 0);
  }

  /** chrF++ against the best of the references. */
  public static double withWords(List<String> references, String answer) {
    return best(references, answer, 2);
  }

  private static double best(List<String> references, String answer, int words) {
    List<Map<String, Integer>> said = ngrams(answer, words);
    double best = 0;
    for (String reference : references) {
      best = Math.max(best, f(ngrams(reference, words), said));
    }
    return best;
  }

  private static double f(List<Map<String, Integer>> wanted, List<Map<String, Integer>> said) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int i = 0; i < wanted.size(); i++) {
      long wantedCount = total(wanted.get(i));
      long saidCount = total(said.get(i));
      if (wantedCount == 0 || saidCount == 0) {
        continue;
      }
      long shared = 0;
      for (var entry : said.get(i).entrySet()) {
        shared += Math.min(entry.getValue(), wanted.get(i).getOrDefault(entry.getKey(), 0));
      }
      precision += (double) shared / saidCount;
      recall += (double) shared / wantedCount;
      orders++;
    }
    if (orders == 0 || precision + recall == 0) {
      return 0;
    }
    precision /= orders;
    recall /= orders;
    return (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
  }

  private static List<Map<String, Integer>> ngrams(String text, int words) {
    List<Map<String, Integer>> all = new ArrayList<>();
    int[] characters =
        text.codePoints()
            .filter(c -> c > Character.MAX_VALUE || !PythonText.isSpace((char) c))
            .toArray();
    for (int n = 1; n <= CHARACTERS; n++) {
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i + n <= characters.length; i++) {
        counts.merge(new String(characters, i, n), 1, Integer::sum);
      }
      all.add(counts);
    }
    List<String> tokens = words == 0 ? List.of() : parted(text);
    for (int n = 1; n <= words; n++) {
      Map<String, Integer> counts = new HashMap<>();
      NGrams.counts(tokens, n)
          .forEach((ngram, count) -> counts.merge(String.join(" ", ngram), count, Integer::sum));
      all.add(counts);
    }
    return all;
  }

  private static List<String> parted(String text) {
    List<String> tokens = new ArrayList<>();
    for (String word : Tokens.words(text)) {
      int length = word.length();
      if (word.codePointCount(0, length) == 1) {
        tokens.add(word);
      } else if (MARKS.indexOf(word.charAt(length - 1)) >= 0) {
        tokens.add(word.substring(0, length - 1));
        tokens.add(word.substring(length - 1));
      } else if (MARKS.indexOf(word.charAt(0)) >= 0) {
        tokens.add(word.substring(0, 1));
        tokens.add(word.substring(1));
      } else {
        tokens.add(word);
      }
    }
    return tokens;
  }

  private static long total(Map<String, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }
}
