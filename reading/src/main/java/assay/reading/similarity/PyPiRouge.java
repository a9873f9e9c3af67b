package assay.reading.similarity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * ROUGE as the package {@code rouge} of PyPI counts it, which is not what {@code rouge_score}
 * counts: sentences end at full stops, words at blanks, case and punctuation stay, every n-gram
 * counts once however often it occurs, ROUGE-L is the union of subsequences over sentences against
 * the numbers of distinct words, and {@code F = 2pr / (p + r + 1e-8)}. Source: rouge_score.py of
 * github.com/pltrdy/rouge, c1b90a7 ({@code exclusive=True}, the default).
 */
public final class PyPiRouge {

  private static final double AGAINST_ZERO = 1e-8;

  private PyPiRouge() {}

  /** ROUGE-n. */
  public static PrecisionRecall n(String reference, String answer, int n) {
    Set<List<String>> wanted = NGrams.counts(words(sentences(reference)), n).keySet();
    Set<List<String>> said = NGrams.counts(words(sentences(answer)), n).keySet();
    long shared = said.stream().filter(wanted::contains).count();
    return PrecisionRecall.of(shared, said.size(), wanted.size());
  }

  /** ROUGE-L at the level of summaries. */
  public static PrecisionRecall l(String reference, String answer) {
    List<String> wanted = sentences(reference);
    List<String> said = sentences(answer);
    Set<String> union = new LinkedHashSet<>();
    for (String sentence : wanted) {
      List<String> words = Tokens.atBlanks(sentence);
      for (String other : said) {
        int[] places =
            Subsequence.places(words, Tokens.atBlanks(other), Subsequence.Tie.DROP_ANSWER);
        for (int place : places) {
          union.add(words.get(place));
        }
      }
    }
    return PrecisionRecall.of(
        union.size(), new HashSet<>(words(said)).size(), new HashSet<>(words(wanted)).size());
  }

  /** {@code 2pr / (p + r + 1e-8)}: a little below 1 even for equal texts. */
  public static double f(PrecisionRecall value) {
    double sum = value.precision() + value.recall() + AGAINST_ZERO;
    return 2 * (value.precision() * value.recall() / sum);
  }

  /** Whether a text holds a sentence, without which the original refuses it. */
  public static boolean holdsSentence(String text) {
    return !sentences(text).isEmpty();
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : text.split("\\.", -1)) {
      if (!sentence.isEmpty()) {
        sentences.add(String.join(" ", Tokens.words(sentence)));
      }
    }
    return sentences;
  }

  private static List<String> words(List<String> sentences) {
    List<String> words = new ArrayList<>();
    sentences.forEach(sentence -> words.addAll(Tokens.atBlanks(sentence)));
    return words;
  }
}
