package assay.reading.extractor;

import assay.core.Answer;
import assay.core.exchange.Presented;
import java.math.BigDecimal;
import java.util.Locale;

/** Parity with the publisher's program is tested in {@code MedCalcBenchTest}. */
class MedcalcReplyTest extends ExtractorContract {

  MedcalcReplyTest() {
    super("medcalc-reply");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    String text =
        switch (answer) {
          case Answer.Number number -> BigDecimal.valueOf(number.value()).toPlainString();
          case Answer.Date date ->
              String.format(
                  Locale.ROOT,
                  "%02d/%02d/%04d",
                  date.day().getMonthValue(),
                  date.day().getDayOfMonth(),
                  date.day().getYear());
          case Answer.Text words -> words.text();
          case Answer.Choice other -> other.toString();
          case Answer.YesNo other -> other.toString();
          case Answer.Labels other -> other.toString();
        };
    return "{\"answer\": \"" + text + "\"}";
  }
}
