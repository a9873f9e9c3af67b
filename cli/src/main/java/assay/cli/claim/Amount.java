package assay.cli.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them: {@code 0.05}, {@code 5 %}, {@code 5 points}. */
public final class Amount {

  private static final Pattern FORM =
      Pattern.compile("([+-]?[0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*(%|points?|pp)?");

  private Amount() {}

  /** A share: {@code 0.95}, {@code 95%}, {@code 95 %}; null where it is none. */
  public static @Nullable Double share(String text) {
    return text.contains("p") ? null : parse(text);
  }

  /** The amount in the unit of the scores, percent and points as shares; null where it is none. */
  public static @Nullable Double parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    double number = Double.parseDouble(matcher.group(1));
    return matcher.group(2) == null ? number : number / 100;
  }
}
