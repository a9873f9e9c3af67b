package assay.phantoms.question;

import assay.core.Option;
import java.util.List;

/**
 * A question about one image.
 *
 * @param image index of the image, 0-based
 * @param type what is asked for
 * @param text its words
 * @param options options in the order shown; empty where it has none
 * @param gold the right answer: an option's key, {@code yes} or {@code no}, or a number
 */
public record PhantomQuestion(
    int image, QuestionType type, String text, List<Option> options, String gold) {
  public PhantomQuestion {
    options = List.copyOf(options);
  }
}
