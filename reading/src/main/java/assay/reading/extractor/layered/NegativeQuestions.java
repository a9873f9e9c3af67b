package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import assay.reading.text.Phrases;
import java.util.List;

/** Questions that ask for what is wrong, in which "B is incorrect" names the answer. */
final class NegativeQuestions {

  private static final Phrases WORDS =
      Phrases.parse(
          "except|incorrect|false|wrong|untrue|inappropriate|unlikely|contraindicated"
              + "|inadecuad|inadequad|inapropiad|não é|no es|no se|no está|不適切|ないのは|not |least "
              + "|excepto|exceto|incorreta|incorrecta"
              + "|falsa|errada|sauf|fausse|incorrecte|außer|falsch|nicht|eccetto|errata|誤って|誤り|でない"
              + "|適切でない|不正确|不正確|错误|錯誤|除外|不是|不包括|неверн|кроме|לא |אינו|אינה|למעט|غير|ما عدا|틀린|아닌");

  private static final List<String> SHOUTED = List.of("NOT", "NO", "NÃO", "NICHT", "PAS", "NON");
  private static final int LONGEST = 400;

  private NegativeQuestions() {}

  /** Whether the last sentence of a question asks for what is wrong; vignettes before it do not. */
  static boolean is(String question) {
    char[] folded = Folding.fold(question);
    int end = folded.length;
    while (end > 0 && !Character.isLetterOrDigit(folded[end - 1])) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST && !endsSentence(folded, start - 1)) {
      start--;
    }
    return WORDS.find(folded, start, end) >= 0 || shouts(question, start, end);
  }

  /** A "NOT" or "NO" in capitals. */
  private static boolean shouts(String question, int from, int to) {
    for (String word : SHOUTED) {
      int at = question.indexOf(word, from);
      while (at >= 0 && at + word.length() <= to) {
        boolean begins = at == 0 || !Character.isLetter(question.charAt(at - 1));
        int end = at + word.length();
        boolean ends = end >= question.length() || !Character.isLetter(question.charAt(end));
        if (begins && ends) {
          return true;
        }
        at = question.indexOf(word, at + 1);
      }
    }
    return false;
  }

  private static boolean endsSentence(char[] folded, int i) {
    char c = folded[i];
    boolean point = c == '.' && i + 1 < folded.length && !Character.isDigit(folded[i + 1]);
    return point || c == '?' || c == '!' || c == '\n';
  }
}
