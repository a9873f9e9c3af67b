package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.similarity.Tokens;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a submission to MEDIQA-CORR, {@code 1 7 "The corrected sentence."} or {@code 0 -1 NA}:
 * whether the text holds an error, the sentence it is in, and the sentence put right. Of the first
 * line of that form it gives the part that is asked for: the flag where the question asks for yes
 * or no, the sentence's number where it asks for a number, the correction where it asks for a text.
 * Quotation marks round the correction go; with flag 0 it is {@code NA}, whatever stands there.
 */
public final class MedecExtractor extends ReplyRule {

  private static final Pattern LINE =
      Pattern.compile(
          "^[ \\t]*+([0-9]{1,9})[ \\t](-?[0-9]{1,9})[ \\t]++([^\\n\\r]+)", Pattern.MULTILINE);

  public MedecExtractor() {
    super(
        new Descriptor(
            "medec",
            1,
            "a line of MEDIQA-CORR: flag, sentence, correction; the part asked for",
            "MEDIQA-CORR 2024, evaluation (github.com/abachaa/MEDIQA-CORR-2024, 4b87cb0); Ben"
                + " Abacha et al. 2024, arXiv:2412.19260"),
        EnumSet.of(AnswerKind.YES_NO, AnswerKind.NUMBER, AnswerKind.TEXT));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    Matcher line = LINE.matcher(reply.text()).region(visible.start(), visible.end());
    if (!line.find()) {
      return Readings.unreadable("no line of flag, sentence and correction");
    }
    return switch (presented.kind()) {
      case YES_NO -> flag(line);
      case NUMBER ->
          Readings.read(
              new Answer.Number(Double.parseDouble(line.group(2)), null),
              line.start(2),
              line.end(2));
      case TEXT -> Readings.read(new Answer.Text(correction(line)), line.start(3), line.end(3));
      case CHOICE, DATE, LABELS -> Readings.unreadable("no line of flag, sentence and correction");
    };
  }

  private static Reading flag(Matcher line) {
    return switch (line.group(1)) {
      case "0" -> Readings.read(new Answer.YesNo(false), line.start(1), line.end(1));
      case "1" -> Readings.read(new Answer.YesNo(true), line.start(1), line.end(1));
      default -> Readings.unreadable("flag is neither 0 nor 1");
    };
  }

  private static String correction(Matcher line) {
    if (line.group(1).equals("0")) {
      return "NA";
    }
    String text = String.join(" ", Tokens.words(line.group(3)));
    int start = 0;
    int end = text.length();
    while (start < end - 1 && text.charAt(start) == '"') {
      start++;
    }
    while (end > start + 1 && text.charAt(end - 1) == '"') {
      end--;
    }
    return text.substring(start, end);
  }
}
