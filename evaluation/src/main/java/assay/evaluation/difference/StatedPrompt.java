package assay.evaluation.difference;

import assay.core.Sample;
import assay.core.Sha256;
import assay.core.exchange.Stated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that a log states to have put, by their digest. */
public final class StatedPrompt {

  /** Of what an imported log holds: the tag {@code prompt} says that the question is the prompt. */
  private static final String LOGGED = "logged";

  private StatedPrompt() {}

  /** The digest of the prompt; null where none is stated. */
  public static @Nullable String digest(Stated stated, Sample sample) {
    boolean logged = List.of(LOGGED).equals(sample.tags().get("prompt"));
    @Nullable String prompt =
        stated.prompt() == null && logged ? sample.question() : stated.prompt();
    return prompt == null ? null : Sha256.of(prompt.strip());
  }
}
