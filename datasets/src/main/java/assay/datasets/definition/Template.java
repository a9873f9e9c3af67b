package assay.datasets.definition;

import assay.core.data.FieldPath;
import assay.core.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A text with the names of fields in braces: {@code {country}-{index}}. Every name is replaced by
 * that field's value as text, once; what was put in is never looked at again, and nothing is
 * evaluated. A brace that is meant is written twice: <code>{{</code>, <code>}}</code>.
 */
public final class Template {

  private sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Field(FieldPath path) implements Piece {}
  }

  private final String text;
  private final List<Piece> pieces;
  private final List<FieldPath> fields;

  private Template(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
    this.fields =
        pieces.stream()
            .filter(Piece.Field.class::isInstance)
            .map(piece -> ((Piece.Field) piece).path())
            .toList();
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if a brace is left open or closed twice, or a name is no field
   *     path
   */
  public static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if (c != '{' && c != '}') {
        literal.append(c);
        i++;
      } else if (doubled) {
        literal.append(c);
        i += 2;
      } else if (c == '}') {
        throw new IllegalArgumentException(
            "'" + text + "' closes a brace at character " + (i + 1) + " that was not opened");
      } else {
        int close = text.indexOf('}', i);
        if (close < 0) {
          throw new IllegalArgumentException(
              "'" + text + "' opens a brace at character " + (i + 1) + " and does not close it");
        }
        if (!literal.isEmpty()) {
          pieces.add(new Piece.Literal(literal.toString()));
          literal.setLength(0);
        }
        pieces.add(new Piece.Field(FieldPath.parse(text.substring(i + 1, close))));
        i = close + 1;
      }
    }
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
    }
    return new Template(text, pieces);
  }

  /** The text with every name replaced; what a record lacks becomes nothing. */
  public String render(Value.Fields record) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> out.append(literal.text());
        case Piece.Field field -> out.append(field.path().in(record).asText());
      }
    }
    return out.toString();
  }

  /** The names in braces, in the order written, each once. */
  public SequencedSet<String> fields() {
    SequencedSet<String> names = new LinkedHashSet<>();
    fields.forEach(field -> names.add(field.toString()));
    return names;
  }

  /** The first field that the record lacks, or whose value is null; empty where it has them all. */
  public java.util.Optional<String> missing(Value.Fields record) {
    return fields.stream()
        .filter(field -> field.in(record).isAbsent())
        .findFirst()
        .map(FieldPath::toString);
  }

  /** Whether the template holds fields and the record has nothing but blanks in all of them. */
  public boolean isVoid(Value.Fields record) {
    return !fields.isEmpty()
        && fields.stream().allMatch(field -> field.in(record).asText().isBlank());
  }

  /** Whether nothing is to be put in. */
  public boolean isConstant() {
    return fields.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The template as written. */
  @Override
  public String toString() {
    return text;
  }
}
