package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Folding;
import assay.reading.text.JsonText;
import assay.reading.text.JsonText.Json;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a JSON object, for prompts that ask for one: the last object of the reply that has
 * a field called answer (or one of its kin, such as {@code final_answer}, {@code choice}, {@code
 * label}), with prose or a code fence around it or not. The value must have the form that the
 * question calls for: an option's key, its text or both, or a list of keys; true, false, yes or no;
 * a number, perhaps with a field {@code unit} beside; an ISO day; text; a list of labels. Anything
 * else is unreadable; nothing is repaired.
 */
public final class JsonExtractor extends ReplyRule {

  private static final Set<String> FIELDS =
      Set.of(
          "answer",
          "answers",
          "answer_choice",
          "final_answer",
          "correct_answer",
          "choice",
          "option",
          "prediction",
          "label",
          "labels",
          "value",
          "result");

  private static final Reading NO_FIELD = Readings.unreadable("no object with an answer");
  private static final Reading MISFIT = Readings.unreadable("value does not fit the question");

  public JsonExtractor() {
    super(
        new Descriptor(
            "json",
            1,
            "the field answer of the last JSON object, by the form the question calls for",
            "Assay, docs/guide/reading-answers.md; RFC 8259"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    for (Json.Fields object : JsonText.objects(visible.text()).reversed()) {
      Json value = answer(object);
      if (value != null) {
        Answer answer = answer(value, object, presented);
        return answer == null ? MISFIT : Readings.read(answer, object.start(), object.end());
      }
    }
    return NO_FIELD;
  }

  private static @Nullable Json answer(Json.Fields object) {
    for (var field : object.fields().entrySet()) {
      if (FIELDS.contains(field.getKey().strip().toLowerCase(Locale.ROOT))) {
        return field.getValue();
      }
    }
    return null;
  }

  private static @Nullable Answer answer(Json value, Json.Fields object, Presented presented) {
    return switch (presented.kind()) {
      case CHOICE -> choice(value, presented);
      case YES_NO -> yesNo(value);
      case TEXT ->
          value instanceof Json.Text text && !text.text().isBlank()
              ? new Answer.Text(text.text().strip())
              : null;
      case NUMBER -> number(value, object);
      case DATE -> date(value);
      case LABELS -> labels(value, presented);
    };
  }

  private static @Nullable Answer choice(Json value, Presented presented) {
    SortedSet<String> keys = new TreeSet<>();
    for (Json each : value instanceof Json.Array array ? array.values() : List.of(value)) {
      String key =
          switch (each) {
            case Json.Text text -> key(text.text(), presented);
            case Json.Number number -> key(number.literal(), presented);
            case Json.Bool bool -> key(String.valueOf(bool.value()), presented);
            case Json.Null none -> null;
            case Json.Array nested -> null;
            case Json.Fields nested -> null;
          };
      if (key == null) {
        return null;
      }
      keys.add(key);
    }
    return keys.isEmpty() ? null : new Answer.Choice(keys);
  }

  /** The key that a text is, or whose option's text it is, or both: "B", "Sepsis", "B. Sepsis". */
  private static @Nullable String key(String said, Presented presented) {
    String plain = Folding.folded(said.strip());
    for (Option option : presented.options()) {
      String key = Folding.folded(option.key());
      String text = Folding.folded(option.text().strip());
      boolean both =
          plain.length() > key.length()
              && plain.startsWith(key)
              && ".):".indexOf(plain.charAt(key.length())) >= 0
              && plain.substring(key.length() + 1).strip().equals(text);
      if (plain.equals(key) || both || plain.equals("(" + key + ")")) {
        return option.key();
      }
    }
    List<String> byText = new ArrayList<>();
    for (Option option : presented.options()) {
      if (!plain.isEmpty() && plain.equals(Folding.folded(option.text().strip()))) {
        byText.add(option.key());
      }
    }
    return byText.size() == 1 ? byText.getFirst() : null;
  }

  private static @Nullable Answer yesNo(Json value) {
    String said =
        switch (value) {
          case Json.Bool bool -> String.valueOf(bool.value());
          case Json.Text text -> text.text().strip().toLowerCase(Locale.ROOT);
          case Json.Number number -> "";
          case Json.Null none -> "";
          case Json.Array array -> "";
          case Json.Fields fields -> "";
        };
    return switch (said) {
      case "yes", "true" -> new Answer.YesNo(true);
      case "no", "false" -> new Answer.YesNo(false);
      default -> null;
    };
  }

  private static @Nullable Answer number(Json value, Json.Fields object) {
    String literal =
        switch (value) {
          case Json.Number number -> number.literal();
          case Json.Text text -> text.text().strip();
          case Json.Bool bool -> "";
          case Json.Null none -> "";
          case Json.Array array -> "";
          case Json.Fields fields -> "";
        };
    double number = parse(literal);
    if (!Double.isFinite(number)) {
      return null;
    }
    Json unit = object.fields().get("unit");
    String said = unit instanceof Json.Text text ? Units.code(text.text()) : null;
    return new Answer.Number(number, said);
  }

  private static double parse(String literal) {
    int exponent = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    String mantissa = exponent < 0 ? literal : literal.substring(0, exponent);
    String power = exponent < 0 ? "0" : literal.substring(exponent + 1);
    boolean whole = power.indexOf('.') < 0 && power.length() < 6;
    return PlainNumbers.isPlain(mantissa) && PlainNumbers.isPlain(power) && whole
        ? Double.parseDouble(mantissa + "e" + power)
        : Double.NaN;
  }

  private static @Nullable Answer date(Json value) {
    if (!(value instanceof Json.Text text) || text.text().strip().length() != 10) {
      return null;
    }
    try {
      return new Answer.Date(LocalDate.parse(text.text().strip()));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Answer labels(Json value, Presented presented) {
    if (!(value instanceof Json.Array array)) {
      return null;
    }
    SortedSet<String> labels = new TreeSet<>();
    for (Json each : array.values()) {
      if (!(each instanceof Json.Text text)) {
        return null;
      }
      String label =
          presented.options().isEmpty() ? text.text().strip() : key(text.text(), presented);
      if (label == null || label.isEmpty()) {
        return null;
      }
      labels.add(label);
    }
    return new Answer.Labels(labels);
  }
}
