package assay.models.reference;

import assay.core.Answer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The words in which reference readers answer: {@code Answer: B}, {@code Answer: A, C}, {@code
 * Answer: yes}, {@code Answer: 12.5 mm}, {@code Answer: 2024-05-17}, {@code Answer: oedema; mass}
 * ({@code none} where no label holds), {@code Answer:} and the text. Every extractor that is worth
 * its name reads them.
 */
public final class CanonicalReply {

  /** What stands before every answer. */
  public static final String PREFIX = "Answer: ";

  /** What is said where there is nothing to name. */
  public static final String NONE = "none";

  private static final int WIDEST = 20;

  private CanonicalReply() {}

  /** The reply that says this. */
  public static String of(Answer answer) {
    return PREFIX
        + switch (answer) {
          case Answer.Choice choice -> String.join(", ", choice.keys());
          case Answer.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
          case Answer.Text text -> text.text().strip().replaceAll("\\s+", " ");
          case Answer.Number number -> number(number.value(), number.unit());
          case Answer.Date date -> date.day().toString();
          case Answer.Labels labels ->
              labels.labels().isEmpty() ? NONE : String.join("; ", labels.labels());
        };
  }

  private static String number(double value, @Nullable String unit) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    boolean wide = decimal.scale() > WIDEST || decimal.precision() - decimal.scale() > WIDEST;
    String text = wide ? Double.toString(value) : decimal.toPlainString();
    return unit == null || unit.isBlank() ? text : text + " " + unit;
  }
}
