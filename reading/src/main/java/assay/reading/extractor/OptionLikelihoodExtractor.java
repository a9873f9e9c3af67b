package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Lacking;
import assay.core.measure.Reading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The option whose text is the most probable continuation of the question, where a reply is a list
 * of log-likelihoods, one an option in the order shown, as lm-evaluation-harness logs them ({@code
 * [-4.2, -3.1]} or {@code [["-4.2", "False"], …]}). Of equal ones the first counts.
 *
 * <ul>
 *   <li>{@code likelihood}: the highest ({@code acc});
 *   <li>{@code likelihood-by-length}: the highest for each character of the option's text ({@code
 *       acc_norm});
 *   <li>{@code likelihood-over-unconditional}: the highest gain over the option's likelihood
 *       without the question, for which the list holds these behind the others ({@code
 *       acc_mutual_info}).
 * </ul>
 *
 * It ranks options and reads no answer; the three can differ by many points.
 */
public final class OptionLikelihoodExtractor extends ReplyRule {

  private static final String SOURCE =
      "lm-evaluation-harness, lm_eval/api/task.py process_results of multiple_choice"
          + " (github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)";

  private enum By {
    RAW,
    LENGTH,
    UNCONDITIONAL
  }

  private final By by;

  private OptionLikelihoodExtractor(Descriptor descriptor, By by) {
    super(descriptor, EnumSet.of(AnswerKind.CHOICE));
    this.by = by;
  }

  /** {@code likelihood}. */
  public static OptionLikelihoodExtractor raw() {
    return new OptionLikelihoodExtractor(
        new Descriptor("likelihood", 1, "the option of the highest log-likelihood", SOURCE),
        By.RAW);
  }

  /** {@code likelihood-by-length}. */
  public static OptionLikelihoodExtractor byLength() {
    return new OptionLikelihoodExtractor(
        new Descriptor(
            "likelihood-by-length",
            1,
            "the option of the highest log-likelihood a character",
            SOURCE),
        By.LENGTH);
  }

  /** {@code likelihood-over-unconditional}. */
  public static OptionLikelihoodExtractor overUnconditional() {
    return new OptionLikelihoodExtractor(
        new Descriptor(
            "likelihood-over-unconditional",
            1,
            "the option that gains most log-likelihood by the question",
            SOURCE),
        By.UNCONDITIONAL);
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    List<Double> values = numbers(reply.text());
    int options = presented.options().size();
    int wanted = by == By.UNCONDITIONAL ? 2 * options : options;
    boolean both = by != By.UNCONDITIONAL && values.size() == 2 * options;
    if (options == 0 || (values.size() != wanted && !both)) {
      return Lacking.LIKELIHOODS.reading();
    }
    Option best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < options; i++) {
      Option option = presented.options().get(i);
      int length = option.text().codePointCount(0, option.text().length());
      double value =
          switch (by) {
            case RAW -> values.get(i);
            case LENGTH -> length == 0 ? Double.NEGATIVE_INFINITY : values.get(i) / length;
            case UNCONDITIONAL -> values.get(i) - values.get(i + options);
          };
      if (value > most) {
        most = value;
        best = option;
      }
    }
    return best == null
        ? Lacking.LIKELIHOODS.reading()
        : new Reading.Read(Answer.Choice.of(best.key()), null, false);
  }

  /** The numbers of the list; empty where the text is no list of numbers. */
  private static List<Double> numbers(String text) {
    String list = text.strip();
    if (!list.startsWith("[") || !list.endsWith("]") || list.length() > MOST_CHARACTERS) {
      return List.of();
    }
    List<Double> numbers = new ArrayList<>();
    for (String part : list.replace("[", "").replace("]", "").replace("\"", "").split(",", -1)) {
      String value = part.strip().replace("'", "");
      if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
        continue;
      }
      if (value.length() > 64 || !LOOKS_LIKE_A_NUMBER.matcher(value).matches()) {
        return List.of();
      }
      double number = Double.parseDouble(value);
      if (!Double.isFinite(number)) {
        return List.of();
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static final int MOST_CHARACTERS = 100_000;
  private static final com.google.re2j.Pattern LOOKS_LIKE_A_NUMBER =
      com.google.re2j.Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
}
