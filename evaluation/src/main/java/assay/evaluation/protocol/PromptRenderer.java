package assay.evaluation.protocol;

import assay.core.Media;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.benchmark.Prompt;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Presented;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.evaluation.json.AnswerJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what is presented into words. A template's {@code {question}}, {@code {options}}, {@code
 * {unit}} and {@code {images}} are replaced in one pass from left to right: what was put in is
 * never looked at again, so braces in a question stay braces.
 */
public final class PromptRenderer {

  private static final String IMAGES = "{images}";

  private final Prompt prompt;
  private final Generation generation;
  private final List<Sample> shots;
  private final ImageRenderer images;

  /**
   * A renderer.
   *
   * @param shots worked examples in order, put before every question as exchanges of user and
   *     assistant
   */
  public PromptRenderer(
      Prompt prompt, Generation generation, List<Sample> shots, ImageRenderer images) {
    this.prompt = prompt;
    this.generation = generation;
    this.shots = List.copyOf(shots);
    this.images = images;
  }

  /**
   * The request that shows this.
   *
   * @throws assay.core.AssayException if a picture is missing or cannot be read as one
   * @throws IOException if a picture cannot be read or stored
   */
  public Request render(Presented presented) throws IOException {
    List<Message> messages = new ArrayList<>();
    if (prompt.system() != null) {
      messages.add(Message.text(Role.SYSTEM, prompt.system()));
    }
    StandardArm standard = new StandardArm();
    for (Sample shot : shots) {
      messages.add(new Message(Role.USER, user(standard.present(shot, ""))));
      messages.add(Message.text(Role.ASSISTANT, worked(shot)));
    }
    messages.add(new Message(Role.USER, user(presented)));
    return new Request(messages, generation);
  }

  private List<Part> user(Presented presented) throws IOException {
    String template = prompt.template(presented.kind());
    List<Part> pictures = new ArrayList<>();
    for (Media media : presented.media()) {
      pictures.add(images.render(media));
    }
    int at = template.indexOf(IMAGES);
    List<Part> parts = new ArrayList<>();
    if (at < 0) {
      parts.addAll(pictures);
      parts.add(new Part.TextPart(fill(template, presented).strip()));
      return parts;
    }
    String before = fill(template.substring(0, at), presented).strip();
    String after = fill(template.substring(at + IMAGES.length()), presented).strip();
    if (!before.isEmpty()) {
      parts.add(new Part.TextPart(before));
    }
    parts.addAll(pictures);
    if (!after.isEmpty()) {
      parts.add(new Part.TextPart(after));
    }
    return parts;
  }

  private static String fill(String template, Presented presented) {
    StringBuilder out = new StringBuilder(template.length() + presented.question().length());
    int i = 0;
    while (i < template.length()) {
      int open = template.indexOf('{', i);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      out.append(template, i, open);
      String field = template.substring(open, close + 1);
      switch (field) {
        case "{question}" -> out.append(presented.question());
        case "{options}" -> out.append(options(presented.options()));
        case "{unit}" -> out.append(presented.unit() == null ? "" : presented.unit());
        default -> {
          out.append('{');
          close = open;
        }
      }
      i = close + 1;
    }
    return out.append(template, i, template.length()).toString();
  }

  /** One line an option: {@code A. text}. */
  private static String options(List<Option> options) {
    return String.join(
        "\n", options.stream().map(option -> option.key() + ". " + option.text()).toList());
  }

  /** The gold answer of an example in the words that the default extractor reads. */
  private static String worked(Sample shot) {
    String answer =
        switch (shot.target()) {
          case Target.Choice choice -> String.join(", ", choice.keys());
          case Target.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
          case Target.Text text -> text.references().getFirst();
          case Target.Number number ->
              AnswerJson.plain(number.value()) + (number.unit() == null ? "" : " " + number.unit());
          case Target.Date date -> date.day().toString();
          case Target.Labels labels -> String.join(", ", labels.labels());
          case Target.Unstated unstated ->
              throw new IllegalStateException("an example whose right answer is not stated");
        };
    return "Answer: " + answer;
  }
}
