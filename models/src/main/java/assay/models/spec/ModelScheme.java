package assay.models.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of model specification: what stands before the first colon. */
public enum ModelScheme {
  /** An endpoint that speaks OpenAI's chat completions. */
  OPENAI("openai", "openai:NAME[@URL]", "any OpenAI-compatible endpoint"),
  /** Answers that others recorded. */
  RECORDED("recorded", "recorded:PATH", "a file or folder of recorded answers"),
  /** A reader that needs no endpoint. */
  READER("reader", "reader:NAME", "a reader with known flaws, without an endpoint");

  private final String id;
  private final String form;
  private final String title;

  ModelScheme(String id, String form, String title) {
    this.id = id;
    this.form = form;
    this.title = title;
  }

  /** What is written before the colon. */
  public String id() {
    return id;
  }

  /** How a specification of this kind is written, without its options. */
  public String form() {
    return form;
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }

  static Optional<ModelScheme> byId(String id) {
    return Arrays.stream(values()).filter(scheme -> scheme.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(ModelScheme::id).toList();
  }
}
