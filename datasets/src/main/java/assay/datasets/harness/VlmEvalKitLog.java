package assay.datasets.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prediction and result tables of VLMEvalKit ({@code MODEL_DATASET.xlsx}, {@code …_result.xlsx},
 * also TSV and JSON): the data set's columns, {@code prediction}, and in results {@code hit}. The
 * prompt is not in them.
 */
final class VlmEvalKitLog implements LogFormat {

  /** What stands in the place of a prediction where every try failed. */
  private static final String FAILED = "Failed to obtain answer via API";

  private static final Pattern NAME = Pattern.compile("([^_]+)_(.+?)(?:_[^_]*_?result)?\\.[a-z]+");

  @Override
  public String program() {
    return "VLMEvalKit";
  }

  @Override
  public String holds() {
    return "a table with the columns index, question and prediction";
  }

  @Override
  public boolean recognises(LogFile file) {
    return file.layout() == LogFile.Layout.ROWS && file.has("index", "question", "prediction");
  }

  @Override
  public Heading heading(LogFile file) {
    Matcher name = NAME.matcher(String.valueOf(file.path().getFileName()));
    return name.matches() ? new Heading(name.group(2), name.group(1)) : Heading.NONE;
  }

  @Override
  public void read(LogFile file, TrialTaker taker) {
    file.records(null, (place, record) -> taker.take(trial(place, record)));
  }

  private static LoggedTrial trial(String place, JsonNode record) {
    @Nullable String prediction = LogFields.text(record, "prediction");
    @Nullable String failure =
        prediction != null && prediction.contains(FAILED) ? prediction.strip() : null;
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        String.valueOf(LogFields.text(record, "index")),
        1,
        null,
        LogFields.text(record, "question"),
        LogFields.options(record),
        new LoggedTrial.Right(LogFields.gold(record), null),
        failure != null ? null : prediction == null ? "" : prediction,
        failure,
        new LoggedTrial.Verdict(LogFields.text(record, "extracted"), hit(record)),
        LoggedTrial.Spent.UNKNOWN,
        record);
  }

  private static @Nullable Double hit(JsonNode record) {
    String hit = LogFields.text(record, "hit");
    try {
      return hit == null ? null : Double.valueOf(hit);
    } catch (NumberFormatException e) {
      return null; // a word of the judge's, not a verdict
    }
  }
}
