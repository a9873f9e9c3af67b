package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Days;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MedCalc-Bench's rule for whole replies: cuts the answer out of the last {@code "answer": …} of an
 * object in JSON, then reads it by what the calculator gives.
 *
 * <ul>
 *   <li>Whole points (18 of the 55 calculators, known by their questions): {@code 7 out of 9} is 7;
 *       a list ({@code 3, 4, 5}) is how many it names; else the last number.
 *   <li>Other numbers: what stands before {@code mL/min/1.73}; else the last percentage, divided by
 *       100; else the last number. So "0.247%" is read as 0.00247, though two calculators count in
 *       percent and the right answer there is 0.247.
 *   <li>A day: month/day/year at the beginning of the answer.
 *   <li>Weeks and days: two whole numbers with no more than "weeks" and a comma between; where
 *       there are none, one number's digits are parted: "14 weeks and 1 day" is read as 1 week 4
 *       days.
 * </ul>
 *
 * <p>The publisher evaluates an answer that is an expression of Python ({@code str(round(…))}); it
 * is unreadable here. So is a number with leading zeros, which Python does not take.
 */
public final class MedCalcReplyExtractor extends ReplyRule {

  private static final List<String> WHOLE_POINTS =
      List.of(
          "CHA2DS2-VASc Score?",
          "Child-Pugh Score?",
          "Wells' criteria score for Deep Vein Thrombosis?",
          "revised Cardiac Risk Index for pre-operative risk rule?",
          "HEART score?",
          "Centor Score?",
          "Glasgow Coma Score?",
          "HAS-BLED score?",
          "Glasgow-Blatchford Bleeding score?",
          "APACHE II score?",
          "Pneumonia Severity Index (PSI)?",
          "Charlson Comorbidity Index (CCI)?",
          "FeverPAIN score?",
          "Caprini Score for Venous Thromboembolism?",
          "Sequential Organ Failure Assessment (SOFA) Score?",
          "CURB-65 score?",
          "criteria met for the PERC Rule for Pulmonary Embolism (PE)?",
          "SIRS critiera met by the patient?");

  private static final Pattern ANSWER = Pattern.compile("[Aa]nswer\":\\s*([^}\\n]*)\\}");
  private static final Pattern OUT_OF = Pattern.compile("([0-9]+) out of");
  private static final Pattern LIST = Pattern.compile("(-?[0-9]+(?:, ?-?[0-9]+)+)");
  private static final Pattern FLOW = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*mL/min/1.73");
  private static final Pattern PERCENTAGE = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)%");
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern LEADING_ZEROS = Pattern.compile("-?0[0-9]*[1-9][0-9]*");
  private static final Pattern DAY =
      Pattern.compile("^(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])/([0-9]{4})");
  private static final Pattern WEEKS_DAYS =
      Pattern.compile("([0-9]+)\\s*(?:weeks?)?[\"']?,?\\s*[\"']?([0-9]+)");

  /** What is cut out of a reply: its text, and where it begins there. */
  private record Cut(String text, int start) {
    /** The first place where a pattern's first group stands, or null. */
    @Nullable Cut first(Pattern pattern) {
      Matcher found = pattern.matcher(text);
      return found.find() ? group(found) : null;
    }

    @Nullable Cut last(Pattern pattern) {
      Matcher found = pattern.matcher(text);
      Cut last = null;
      while (found.find()) {
        last = group(found);
      }
      return last;
    }

    private Cut group(Matcher found) {
      return new Cut(found.group(1), start + found.start(1));
    }

    int end() {
      return start + text.length();
    }
  }

  private static final Reading NOT_FOUND = Readings.unreadable("no \"answer\" in JSON");
  private static final Reading NO_NUMBER = Readings.unreadable("no number in the answer");
  private static final Reading NO_DAY = Readings.unreadable("not month/day/year");

  public MedCalcReplyExtractor() {
    super(
        new Descriptor(
            "medcalc-reply",
            1,
            "MedCalc-Bench's rule for whole replies to its own questions: \"answer\" of JSON, read by"
                + " the calculator",
            "MedCalc-Bench, evaluation/run.py, extract_answer (github.com/ncbi-nlp/MedCalc-Bench,"
                + " 25ec6a2)"),
        EnumSet.of(AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.TEXT));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    Cut found = new Cut(text, 0).last(ANSWER);
    Cut answer = found == null ? null : unquoted(found);
    if (answer == null || answer.text().isEmpty()) {
      return text.isBlank() ? Unread.EMPTY : NOT_FOUND;
    }
    return switch (presented.kind()) {
      case NUMBER ->
          asksForWholePoints(presented.question()) ? points(answer) : otherNumber(answer);
      case DATE -> day(answer);
      case TEXT -> weeksAndDays(answer);
      case CHOICE, YES_NO, LABELS -> Readings.unreadable("MedCalc-Bench has no such kind");
    };
  }

  /** Whether a question of MedCalc-Bench asks for whole points. */
  static boolean asksForWholePoints(String question) {
    String asked = question.strip();
    return WHOLE_POINTS.stream().anyMatch(asked::endsWith);
  }

  private static Reading points(Cut answer) {
    Cut part = answer.first(OUT_OF);
    if (part != null) {
      return value(part, 1);
    }
    Cut list = answer.first(LIST);
    if (list != null) {
      long named = list.text().chars().filter(c -> c == ',').count() + 1;
      return Readings.read(new Answer.Number(named, null), list.start(), list.end());
    }
    return value(answer.last(NUMBER), 1);
  }

  private static Reading otherNumber(Cut answer) {
    if (answer.text().contains("str(")) {
      return Readings.unreadable("an expression of Python");
    }
    Cut flow = answer.first(FLOW);
    if (flow != null) {
      return value(flow, 1);
    }
    Cut percentage = answer.last(PERCENTAGE);
    return percentage == null ? value(answer.last(NUMBER), 1) : value(percentage, 100);
  }

  private static Reading value(@Nullable Cut number, double divisor) {
    if (number == null) {
      return NO_NUMBER;
    }
    if (LEADING_ZEROS.matcher(number.text()).matches()) {
      return Readings.unreadable("a number with leading zeros");
    }
    double value = Double.parseDouble(number.text()) / divisor;
    return Double.isFinite(value)
        ? Readings.read(new Answer.Number(value, null), number.start(), number.end())
        : NO_NUMBER;
  }

  private static Reading day(Cut answer) {
    Matcher day = DAY.matcher(answer.text());
    if (!day.find()) {
      return NO_DAY;
    }
    int year = Integer.parseInt(day.group(3));
    int month = Integer.parseInt(day.group(1));
    LocalDate date = Days.date(year, month, Integer.parseInt(day.group(2)));
    return date == null
        ? NO_DAY
        : Readings.read(new Answer.Date(date), answer.start(), answer.start() + day.end());
  }

  private static Reading weeksAndDays(Cut answer) {
    boolean matches = WEEKS_DAYS.matcher(answer.text()).find();
    Matcher found = WEEKS_DAYS.matcher(answer.text().replaceAll("[\"']", ""));
    if (!matches || !found.find()) {
      return Readings.unreadable("no weeks and days");
    }
    String text = unpadded(found.group(1)) + " weeks " + unpadded(found.group(2)) + " days";
    return Readings.read(new Answer.Text(text), answer.start(), answer.end());
  }

  private static String unpadded(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }

  /** Without the blanks, then the quotation marks around it. */
  private static Cut unquoted(Cut answer) {
    String text = answer.text();
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && text.charAt(start) == '"') {
      start++;
    }
    while (start < end && text.charAt(end - 1) == '"') {
      end--;
    }
    return new Cut(text.substring(start, end), answer.start() + start);
  }
}
