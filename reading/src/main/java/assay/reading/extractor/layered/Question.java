package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import assay.reading.text.Phrases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question, as far as it changes how an answer to it is read. */
final class Question {

  private static final Phrases WORDS =
      Phrases.parse(
          "except|avoid|incorrect|false|wrong|untrue|inappropriate|unlikely|contraindicated"
              + "|inadecuad|inadequad|inapropiad|não é|no es|no se|no está|不適切|ないのは|not |least "
              + "|excepto|exceto|incorreta|incorrecta"
              + "|falsa|errada|sauf|fausse|incorrecte|außer|falsch|nicht|eccetto|errata|誤って|誤り|でない"
              + "|適切でない|不正确|不正確|错误|錯誤|除外|不是|不包括|неверн|кроме|לא |אינו|אינה|למעט|غير|ما عدا|틀린|아닌");

  private static final Phrases INSTRUCTIONS =
      Phrases.parse(
          "select |choose |pick |mark |tick |check all|all that apply|seleccione|elija|marque"
              + "|selecione|escolha|assinale|sélectionnez|choisissez|cochez|wählen sie|kreuzen"
              + "|selezionare|scegliere|выберите|選べ|选择|選擇|고르시오");

  private static final List<String> SHOUTED = List.of("NOT", "NO", "NÃO", "NICHT", "PAS", "NON");
  private static final int LONGEST = 400;

  private final String text;
  private @Nullable Boolean asksForWrong;

  Question(String text) {
    this.text = text;
  }

  /** Whether it asks for what is wrong, so that "B is incorrect" names the answer. */
  boolean asksForWrong() {
    if (asksForWrong == null) {
      asksForWrong = isNegative(text);
    }
    return asksForWrong;
  }

  /** Whether the last sentence of a question asks for what is wrong; vignettes before it do not. */
  private static boolean isNegative(String question) {
    char[] folded = Folding.fold(question);
    int end = endOfWords(folded, folded.length);
    int start = Math.max(lastSentence(folded, end), end - LONGEST);
    return WORDS.find(folded, start, end) >= 0 || shouts(question, start, end);
  }

  /** Where the last sentence before a place of a folded text begins. */
  static int lastSentence(char[] folded, int to) {
    int start = endOfWords(folded, to);
    while (start > 0 && !endsSentence(folded, start - 1)) {
      start--;
    }
    return start;
  }

  /** A question without a last sentence that says how to answer it: "Select all that apply." */
  static String withoutInstruction(String question) {
    char[] folded = Folding.fold(question);
    int end = endOfWords(folded, folded.length);
    int start = lastSentence(folded, end);
    boolean instructs = start > 0 && INSTRUCTIONS.find(folded, start, end) >= 0;
    return instructs ? question.substring(0, start) : question;
  }

  private static int endOfWords(char[] folded, int to) {
    int end = to;
    while (end > 0 && !Character.isLetterOrDigit(folded[end - 1])) {
      end--;
    }
    return end;
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
