package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.VisibleText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Boxes or points in a picture, as vision-language models write them: groups of four (left, top,
 * right, bottom) or two numbers with nothing between but brackets, commas, blanks and box tags:
 * {@code [0.1, 0.2, 0.3, 0.4]} of LLaVA, {@code <box>(100,200),(300,400)</box>} and {@code
 * <|box_start|>…} of Qwen-VL, {@code "bbox_2d": [10, 20, 30, 40]} of Qwen2.5-VL, {@code <loc_100>…}
 * of Florence-2 (bins of a thousandth, their middle taken), {@code <point x="10.5" y="20">} of
 * Molmo.
 *
 * <p>What the numbers mean cannot be told from them, so the scale is part of the rule's name:
 * fractions of the picture's sides, thousandths, hundredths (percent) or pixels. The answer is a
 * text with a region a line, numbers parted by blanks, in fractions of the sides, or in pixels
 * where these were asked for. A group that lies outside of the scale, or whose box has no area, is
 * passed over.
 */
public final class RegionsExtractor extends ReplyRule {

  private static final String SOURCE =
      "the model cards of LLaVA, Qwen-VL, Qwen2.5-VL, Florence-2 and Molmo";
  private static final String BETWEEN = " \n\t,;()[]{}<>|\"'=:xy/_";
  private static final int MOST_REGIONS = 10_000;
  private static final int MOST_DIGITS = 12;
  private static final int DECIMALS = 6;

  /** What a coordinate counts. */
  private enum Scale {
    FRACTION(1),
    PERCENT(100),
    THOUSANDTH(1000),
    PIXEL(1);

    private final int whole;

    Scale(int whole) {
      this.whole = whole;
    }
  }

  /** A number, and whether it stood in a tag of Florence. */
  private record Coordinate(int start, int end, double value, boolean bin) {}

  private final Scale scale;
  private final int numbers;

  private RegionsExtractor(String name, String title, Scale scale, int numbers) {
    super(new Descriptor(name, 1, title, SOURCE), EnumSet.of(AnswerKind.TEXT));
    this.scale = scale;
    this.numbers = numbers;
  }

  /**
   * {@code boxes-fraction}, {@code boxes-percent}, {@code boxes-thousandth}, {@code boxes-pixel}.
   */
  public static List<RegionsExtractor> boxes() {
    return all("boxes", 4);
  }

  /** {@code points-fraction}, {@code points-percent} and so on. */
  public static List<RegionsExtractor> points() {
    return all("points", 2);
  }

  private static List<RegionsExtractor> all(String what, int numbers) {
    List<RegionsExtractor> all = new ArrayList<>();
    for (Scale scale : Scale.values()) {
      String unit = scale.name().toLowerCase(Locale.ROOT);
      String side = scale == Scale.PIXEL ? "in pixels" : "in " + unit + "s of the picture's sides";
      all.add(new RegionsExtractor(what + "-" + unit, what + " " + side, scale, numbers));
    }
    return all;
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    String text = visible.text();
    List<Coordinate> group = new ArrayList<>();
    List<String> regions = new ArrayList<>();
    int first = -1;
    int last = -1;
    int at = visible.start();
    while (at <= visible.end() && regions.size() < MOST_REGIONS) {
      Coordinate next = next(text, at, visible.end());
      boolean joined =
          next != null && !group.isEmpty() && joins(text, group.getLast().end(), next.start());
      if (!joined || group.size() >= numbers * MOST_OF_GROUP) {
        int before = regions.size();
        addRegions(group, regions);
        if (regions.size() > before) {
          first = first < 0 ? group.getFirst().start() : first;
          last = group.getLast().end();
        }
        group.clear();
      }
      if (next == null) {
        break;
      }
      group.add(next);
      at = next.end();
    }
    return regions.isEmpty()
        ? Readings.unreadable("no region")
        : Readings.read(new Answer.Text(String.join("\n", regions)), first, last);
  }

  private static final int MOST_OF_GROUP = 1000;

  private void addRegions(List<Coordinate> group, List<String> regions) {
    if (group.size() % numbers != 0) {
      return;
    }
    for (int i = 0; i < group.size(); i += numbers) {
      double[] values = new double[numbers];
      boolean fits = true;
      for (int k = 0; k < numbers; k++) {
        Coordinate coordinate = group.get(i + k);
        double value =
            coordinate.bin() ? (coordinate.value() + 0.5) / 1000 : coordinate.value() / scale.whole;
        boolean bounded = scale != Scale.PIXEL || coordinate.bin();
        fits &=
            value >= 0 && (!bounded || value <= 1) && !(coordinate.bin() && scale == Scale.PIXEL);
        values[k] = value;
      }
      boolean hasArea = numbers == 2 || (values[0] < values[2] && values[1] < values[3]);
      if (fits && hasArea && regions.size() < MOST_REGIONS) {
        List<String> written = new ArrayList<>();
        for (double value : values) {
          written.add(
              BigDecimal.valueOf(value)
                  .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                  .stripTrailingZeros()
                  .toPlainString());
        }
        regions.add(String.join(" ", written));
      }
    }
  }

  /** The next number that is no part of a word ("2d" is one), or null. */
  private static @org.jspecify.annotations.Nullable Coordinate next(String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        i++;
        continue;
      }
      int start = i;
      int digits = 0;
      boolean point = false;
      while (i < to && (isDigit(text.charAt(i)) || (!point && isPoint(text, i, to)))) {
        point |= text.charAt(i) == '.';
        digits++;
        i++;
      }
      boolean bin = start >= 5 && text.startsWith("<loc_", start - 5);
      char before = start > 0 ? text.charAt(start - 1) : ' ';
      char after = i < to ? text.charAt(i) : ' ';
      boolean within =
          Character.isLetterOrDigit(before)
              || (before == '_' && !bin)
              || before == '-'
              || before == '.'
              || Character.isLetterOrDigit(after)
              || after == '_';
      if (!within && digits <= MOST_DIGITS) {
        return new Coordinate(start, i, Double.parseDouble(text.substring(start, i)), bin);
      }
    }
    return null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPoint(String text, int i, int to) {
    return text.charAt(i) == '.' && i + 1 < to && isDigit(text.charAt(i + 1));
  }

  /** Whether nothing but brackets, commas, blanks and tags of boxes stands between two numbers. */
  private static boolean joins(String text, int end, int start) {
    if (start - end > 40) {
      return false;
    }
    String between = text.substring(end, start).replace("<loc_", "<").replace("box", "");
    for (int i = 0; i < between.length(); i++) {
      if (BETWEEN.indexOf(between.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
