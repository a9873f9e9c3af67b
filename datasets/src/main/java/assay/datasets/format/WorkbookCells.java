package assay.datasets.format;

import assay.core.data.Value;
import assay.datasets.duckdb.NumberText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The values of a workbook's cells, formulas by the result saved with them.
 *
 * <ul>
 *   <li>Texts: {@code _xHHHH_}, by which workbooks write characters that XML does not have, is
 *       decoded, once: {@code _x005F_x0002_} stands for {@code _x0002_}.
 *   <li>Numbers: whole ones as written; others by the shortest text that gives the same double,
 *       because a workbook's number is a double and its writer may spell it in 17 digits.
 *   <li>Numbers shown as dates or times: {@code 2024-06-26}, {@code 2024-06-26 13:45:00}, {@code
 *       13:45:00}, to the millisecond.
 *   <li>Errors: their text, {@code #N/A}.
 * </ul>
 */
final class WorkbookCells {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  /** What in a number format is no code: quoted and escaped text, colours, conditions, locales. */
  private static final Pattern NO_CODE =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT);

  /** The last day there is in a workbook, 9999-12-31. */
  private static final long LARGEST_DAY = 2_958_465;

  private enum Shown {
    NUMBER,
    DATE,
    TIME,
    DATE_AND_TIME
  }

  private final boolean from1904;

  /**
   * @param from1904 whether the workbook counts days from 1904 instead of 1900
   */
  WorkbookCells(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The value of a cell that is not empty. */
  Value value(Cell cell) {
    Object value = cell.getValue();
    String raw = cell.getRawValue();
    return switch (value) {
      case null -> raw == null || raw.isEmpty() ? Value.ABSENT : new Value.Text(decoded(raw));
      case Boolean bool -> new Value.Bool(bool);
      case Number number -> number(cell, raw == null ? number.toString() : raw);
      default -> new Value.Text(decoded(value.toString()));
    };
  }

  private static String decoded(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  private Value number(Cell cell, String raw) {
    String literal = raw.strip();
    double value = Double.parseDouble(literal);
    Shown shown = shown(cell.getDataFormatId(), cell.getDataFormatString());
    if (shown != Shown.NUMBER && value >= 0 && value <= LARGEST_DAY) {
      return new Value.Text(date(value, shown));
    }
    return new Value.Number(WHOLE.matcher(literal).matches() ? literal : NumberText.of(value));
  }

  private String date(double value, Shown shown) {
    long day = (long) Math.floor(value);
    LocalDateTime moment =
        origin(day).atStartOfDay().plus(Math.round((value - day) * 86_400_000), ChronoUnit.MILLIS);
    String date = moment.toLocalDate().toString();
    String time = moment.format(TIME);
    return switch (shown) {
      case DATE -> moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? date : date + " " + time;
      case TIME -> value < 1 ? time : date + " " + time;
      case DATE_AND_TIME, NUMBER -> date + " " + time;
    };
  }

  /** The date of a day's number; day 60 of the 1900 count is the 29 February 1900 there was not. */
  private LocalDate origin(long day) {
    if (from1904) {
      return LocalDate.of(1904, 1, 1).plusDays(day);
    }
    return LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
  }

  private static Shown shown(@Nullable Integer id, @Nullable String format) {
    if (format == null) {
      // built-in formats of East Asian workbooks, which are not written out
      boolean date = id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
      return date ? Shown.DATE : Shown.NUMBER;
    }
    String code = NO_CODE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    int section = code.indexOf(';');
    code = section < 0 ? code : code.substring(0, section);
    if (code.contains("general")) {
      return Shown.NUMBER;
    }
    boolean time = code.contains("h") || code.contains("s");
    boolean date = code.contains("y") || code.contains("d") || (code.contains("m") && !time);
    if (time) {
      return date ? Shown.DATE_AND_TIME : Shown.TIME;
    }
    return date ? Shown.DATE : Shown.NUMBER;
  }
}
