package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Folding;
import assay.reading.text.Polarity;
import assay.reading.text.PythonText;
import assay.reading.text.VisibleText;
import java.util.EnumSet;

/**
 * The last whole word that means true or false, any case, in the question's language: {@code
 * verdadeiro} or {@code falso} in Portuguese (not {@code verdadeira}), {@code vrai} or {@code faux}
 * in French, {@code true} or {@code false} in English and where the language is not known. Errs
 * where a reply goes on after its answer: "Verdadeiro. … risco de falso-negativo" is read as false.
 */
public final class LastTrueFalseWordExtractor extends ReplyRule {

  private static final Reading NEITHER = Readings.unreadable("no true or false");

  public LastTrueFalseWordExtractor() {
    super(
        new Descriptor(
            "last-true-false-word",
            1,
            "the last whole word that means true or false, by language",
            "HealthBench-BR (github.com/noharm-ai/healthbench-br, 3f9b659)"),
        EnumSet.of(AnswerKind.YES_NO));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    String yes = Folding.folded(Polarity.trueWord(presented.language()));
    String no = Folding.folded(Polarity.falseWord(presented.language()));
    char[] folded = visible.folded();
    int end = visible.end();
    while (end > visible.start()) {
      if (!PythonText.isWord(folded[end - 1])) {
        end--;
        continue;
      }
      int start = end;
      while (start > visible.start() && PythonText.isWord(folded[start - 1])) {
        start--;
      }
      if (is(yes, folded, start, end)) {
        return Readings.read(new Answer.YesNo(true), start, end);
      }
      if (is(no, folded, start, end)) {
        return Readings.read(new Answer.YesNo(false), start, end);
      }
      end = start;
    }
    return NEITHER;
  }

  private static boolean is(String word, char[] folded, int start, int end) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (folded[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
