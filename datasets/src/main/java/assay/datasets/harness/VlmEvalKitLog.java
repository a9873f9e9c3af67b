package assay.datasets.harness;

import assay.core.exchange.Stated;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** A shorter text is the name of another question, whose picture this is too. */
  private static final int SHORTEST_PICTURE = 64;

  /** What the program adds to a name: who judged, and that it did. */
  private static final Pattern ADDED =
      Pattern.compile(
          "_(?:exact_matching|openai|chatgpt-[^_]+|gpt-?[^_]*|qwen[^_]*|deepseek[^_]*)?_?results?"
              + "|_(?:auxmatch|infer|judge|exact_matching|score|eval)",
          Pattern.CASE_INSENSITIVE);

  /** A folder that holds the tables of one sitting, in the model's folder. */
  private static final Pattern SITTING = Pattern.compile("T\\d{8}_G[0-9a-f]+");

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

  /**
   * A table is {@code MODEL_DATASET[_SUFFIX].xlsx} in a folder {@code MODEL}, or in one of a
   * sitting in that. Both names may hold lines; without the folder the first line is taken to part
   * them.
   */
  @Override
  public Heading heading(LogFile file) {
    String name = stem(file.path());
    Path folder = file.path().toAbsolutePath().normalize().getParent();
    if (folder != null && SITTING.matcher(String.valueOf(folder.getFileName())).matches()) {
      folder = folder.getParent();
    }
    String model = folder == null ? "" : String.valueOf(folder.getFileName());
    boolean inFolder = !model.isEmpty() && name.startsWith(model + "_");
    int line = inFolder ? model.length() : name.indexOf('_');
    if (line <= 0 || line == name.length() - 1) {
      return Heading.NONE;
    }
    boolean certain = inFolder || name.indexOf('_', line + 1) < 0;
    return new Heading(
        name.substring(line + 1),
        name.substring(0, line),
        certain
            ? null
            : "the file's name stands for who answered, up to its first '_', and for what was"
                + " asked: it does not lie in a folder of the model's name");
  }

  /** The name without its ending and what a judge added. */
  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("(\\.[A-Za-z]+)+$", "");
    Matcher added = ADDED.matcher(name);
    int from = Math.max(0, name.indexOf('_') + 1);
    while (added.find(from)) {
      if (added.end() == name.length()) {
        return name.substring(0, added.start());
      }
      from = added.start() + 1;
    }
    return name;
  }

  @Override
  public void read(LogFile file, TrialTaker taker) {
    LogPictures pictures = new LogPictures(file.path());
    file.records(null, (place, record) -> taker.take(trial(place, record, pictures)));
  }

  private static LoggedTrial trial(String place, JsonNode record, LogPictures pictures) {
    @Nullable String prediction = LogFields.text(record, "prediction");
    @Nullable String failure =
        prediction != null && prediction.contains(FAILED) ? prediction.strip() : null;
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        String.valueOf(LogFields.text(record, "index")),
        1,
        null,
        new Stated(null, pictures(record, pictures), new LinkedHashMap<>()),
        LogFields.text(record, "question"),
        LogFields.options(record),
        new LoggedTrial.Right(LogFields.gold(record), null),
        failure != null ? null : prediction == null ? "" : prediction,
        failure,
        new LoggedTrial.Verdict(LogFields.text(record, "extracted"), hit(record)),
        LoggedTrial.Spent.UNKNOWN,
        record);
  }

  /**
   * The picture of a question: {@code image} as base64, else {@code image_path}; null where neither
   * is there, as in most results, or where several are.
   */
  private static @Nullable List<String> pictures(JsonNode record, LogPictures pictures) {
    String image = LogFields.text(record, "image");
    String path = LogFields.text(record, "image_path");
    String hash = null;
    if (image != null && image.length() >= SHORTEST_PICTURE) {
      hash = LogPictures.ofBase64(image);
    } else if (path != null) {
      hash = pictures.hash(path, JsonNodeFactory.instance.missingNode());
    }
    return hash == null ? null : List.of(hash);
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
