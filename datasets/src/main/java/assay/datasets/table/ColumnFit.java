package assay.datasets.table;

import assay.core.data.Value;
import assay.datasets.format.ColumnType;
import assay.datasets.format.Literals;
import assay.datasets.media.Base64Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as their declared types want them. Absent stays absent whatever the type; NaN in a whole
 * number, date or truth value is absent, because data frames write an absent one so, and a blank
 * text is absent where the type is neither text nor nested.
 */
final class ColumnFit {

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  /** Digits beyond which a whole number cannot have 64 bits, so that it is not worked out. */
  private static final int LONGEST = 400;

  private ColumnFit() {}

  /** The value as the type has it, or null where it does not fit. */
  static @Nullable Value of(Value value, ColumnType type) {
    if (value.isAbsent()) {
      return value;
    }
    return switch (type) {
      case STRING -> text(value);
      case INTEGER -> isNothing(value) ? Value.ABSENT : whole(value.asText().strip());
      case NUMBER -> isBlank(value) ? Value.ABSENT : number(value);
      case BOOLEAN -> isNothing(value) ? Value.ABSENT : bool(value);
      case DATE -> isNothing(value) ? Value.ABSENT : date(value);
      case BYTES -> isBlank(value) ? Value.ABSENT : bytes(value);
      case IMAGE -> image(value);
      case LIST_STRING -> list(value, ColumnType.STRING);
      case LIST_IMAGE -> list(value, ColumnType.IMAGE);
      case MAP_STRING -> map(value);
      case JSON -> nested(value);
    };
  }

  /** What a type wants, in a user's words. */
  static String expected(ColumnType type) {
    return switch (type) {
      case STRING -> "a text, a number or a truth value (string)";
      case INTEGER -> "a whole number of 64 bits (integer)";
      case NUMBER -> "a number (number)";
      case BOOLEAN -> "true or false (boolean)";
      case DATE -> "a date such as 2024-06-26 (date)";
      case BYTES -> "bytes, or Base64 text (bytes)";
      case IMAGE -> "bytes, a text, or a record of bytes and path (image)";
      case LIST_STRING -> "a list of texts, or one as JSON or Python write it (list<string>)";
      case LIST_IMAGE -> "a list of pictures, or one as JSON or Python write it (list<image>)";
      case MAP_STRING -> "an object of texts, or one as JSON or Python write it (map<string>)";
      case JSON -> "anything (json)";
    };
  }

  private static @Nullable Value text(Value value) {
    return switch (value) {
      case Value.Text same -> same;
      case Value.Number number -> new Value.Text(number.literal());
      case Value.Bool bool -> new Value.Text(value.asText());
      case Value.Absent absent -> absent;
      case Value.Bytes bytes -> null;
      case Value.Items items -> null;
      case Value.Fields fields -> null;
    };
  }

  private static boolean isBlank(Value value) {
    return value instanceof Value.Text text && text.text().isBlank();
  }

  private static boolean isNothing(Value value) {
    return isBlank(value)
        || (value instanceof Value.Number number && number.literal().equals("NaN"));
  }

  private static @Nullable Value whole(String text) {
    if (!Literals.isDecimal(text) || text.length() > LONGEST) {
      return null;
    }
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null; // an exponent of more than 32 bits
    }
    if (decimal.signum() != 0 && (decimal.precision() - (long) decimal.scale()) > 19) {
      return null;
    }
    if (decimal.signum() != 0 && decimal.stripTrailingZeros().scale() > 0) {
      return null;
    }
    BigInteger number = decimal.signum() == 0 ? BigInteger.ZERO : decimal.toBigInteger();
    boolean fits = number.compareTo(LARGEST) <= 0 && number.compareTo(SMALLEST) >= 0;
    return fits ? new Value.Number(number.toString()) : null;
  }

  private static @Nullable Value number(Value value) {
    if (value instanceof Value.Number) {
      return value;
    }
    String text = value.asText().strip();
    if (!(value instanceof Value.Text)) {
      return null;
    }
    if (Literals.isDecimal(text)) {
      return new Value.Number(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> new Value.Number("NaN");
      case "inf", "infinity" -> new Value.Number("Infinity");
      case "-inf", "-infinity" -> new Value.Number("-Infinity");
      default -> null;
    };
  }

  private static @Nullable Value bool(Value value) {
    return switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> new Value.Bool(true);
      case "false", "0" -> new Value.Bool(false);
      default -> null;
    };
  }

  private static @Nullable Value date(Value value) {
    String text = value.asText().strip();
    boolean midnight = text.length() > 10 && text.substring(10).matches("[ T]00:00:00(\\.0+)?");
    if (!(value instanceof Value.Text) || (text.length() > 10 && !midnight)) {
      return null;
    }
    try {
      String date = midnight ? text.substring(0, 10) : text;
      return new Value.Text(LocalDate.parse(date).toString());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Value bytes(Value value) {
    if (value instanceof Value.Bytes) {
      return value;
    }
    try {
      return value instanceof Value.Text text
          ? new Value.Bytes(Base64Text.decode(text.text()))
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Value image(Value value) {
    return switch (value) {
      case Value.Text text -> text;
      case Value.Bytes bytes -> bytes;
      case Value.Absent absent -> absent;
      case Value.Fields fields -> {
        Value bytes = fields.get("bytes");
        Value path = fields.get("path");
        boolean fits =
            (bytes.isAbsent() || bytes instanceof Value.Bytes)
                && (path.isAbsent() || path instanceof Value.Text)
                && !(bytes.isAbsent() && path.isAbsent());
        yield fits ? fields : null;
      }
      case Value.Number number -> new Value.Text(number.literal());
      case Value.Bool bool -> null;
      case Value.Items items -> null;
    };
  }

  private static @Nullable Value list(Value value, ColumnType type) {
    if (!(nested(value) instanceof Value.Items list)) {
      return null;
    }
    List<Value> items = new ArrayList<>(list.items().size());
    for (Value item : list.items()) {
      Value fitted = of(item, type);
      if (fitted == null) {
        return null;
      }
      items.add(fitted);
    }
    return new Value.Items(items);
  }

  private static @Nullable Value map(Value value) {
    if (!(nested(value) instanceof Value.Fields fields)) {
      return null;
    }
    SequencedMap<String, Value> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
      Value text = of(entry.getValue(), ColumnType.STRING);
      if (text == null) {
        return null;
      }
      texts.put(entry.getKey(), text);
    }
    return new Value.Fields(texts);
  }

  private static Value nested(Value value) {
    return value instanceof Value.Text text ? Literals.nested(text.text()).orElse(text) : value;
  }
}
