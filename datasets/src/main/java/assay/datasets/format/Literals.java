package assay.datasets.format;

import assay.core.ProblemReport;
import assay.core.data.Value;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Nested values that stand as text in a cell. */
public final class Literals {

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  private Literals() {}

  /** Whether a text is a finite decimal number, as JSON, Python and spreadsheets write it. */
  public static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /**
   * The value of a JSON text, {@code NaN} and {@code Infinity} included; nothing where it is none,
   * or where a key stands twice in an object.
   */
  public static Optional<Value> json(String text) {
    InputLimits limits = InputLimits.current();
    ProblemReport problems = new ProblemReport();
    try (JsonParser parser = JsonSyntax.factory(limits).createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      Value value = JsonRecordBuilder.build(parser, "", limits, 0, problems);
      boolean whole = parser.nextToken() == null && problems.isEmpty();
      return whole ? Optional.of(value) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The value of a list or an object written in JSON, or, where it is no JSON, as Python writes it:
   * {@code ['a', None]}, {@code {'A': 'yes'}}, {@code ('14 weeks', '1 days')}. Nothing where the
   * text is neither.
   */
  public static Optional<Value> nested(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || "[{(".indexOf(stripped.charAt(0)) < 0) {
      return Optional.empty();
    }
    return json(stripped).or(() -> PythonLiteral.parse(stripped));
  }
}
