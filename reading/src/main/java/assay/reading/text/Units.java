package assay.reading.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Units of measurement that can be turned into one another, with the ways in which people write
 * them. Codes follow UCUM. Conversion is done in decimal arithmetic, so that 2.5 cm are exactly 25
 * mm.
 */
public final class Units {

  /**
   * A unit: {@code base = value × factor + offset}.
   *
   * @param code the UCUM code
   * @param dimension units of one dimension can be turned into one another
   */
  private record Unit(String code, String dimension, BigDecimal factor, BigDecimal offset) {}

  private static final Map<String, Unit> BY_SPELLING = new HashMap<>();
  private static final int LONGEST;

  static {
    unit("length", "1", "mm", "millimeter", "millimeters", "millimetre", "millimetres");
    unit("length", "10", "cm", "centimeter", "centimeters", "centimetre", "centimetres");
    unit("length", "1000", "m", "meter", "meters", "metre", "metres");
    unit("length", "0.001", "um", "µm", "μm", "micron", "microns", "micrometer", "micrometers");
    unit("length", "25.4", "[in_i]", "in", "inch", "inches", "zoll", "pouces", "pulgadas");
    unit("length", "304.8", "[ft_i]", "ft", "foot", "feet");
    unit("area", "1", "mm2", "mm²", "mm^2", "sq mm");
    unit("area", "100", "cm2", "cm²", "cm^2", "sq cm");
    unit("area", "1000000", "m2", "m²", "m^2");
    unit("volume", "1", "mL", "ml", "milliliter", "milliliters", "millilitre", "millilitres", "cc");
    unit("volume", "1", "cm3", "cm³", "cm^3");
    unit("volume", "1000", "L", "l", "liter", "liters", "litre", "litres");
    unit("volume", "100", "dL", "dl", "deciliter", "deciliters");
    unit("mass", "1", "g", "gram", "grams");
    unit("mass", "1000", "kg", "kilogram", "kilograms", "kgs");
    unit("mass", "0.001", "mg", "milligram", "milligrams");
    unit("mass", "0.000001", "ug", "µg", "μg", "mcg", "microgram", "micrograms");
    unit("mass", "453.59237", "[lb_av]", "lb", "lbs", "pound", "pounds");
    unit("time", "1", "s", "sec", "secs", "second", "seconds");
    unit("time", "0.001", "ms", "msec", "millisecond", "milliseconds");
    unit("time", "60", "min", "mins", "minute", "minutes");
    unit("time", "3600", "h", "hr", "hrs", "hour", "hours");
    unit("time", "86400", "d", "day", "days");
    unit("time", "604800", "wk", "week", "weeks");
    unit("duration", "1", "mo", "month", "months");
    unit("duration", "12", "a", "year", "years", "yr", "yrs");
    unit("pressure", "1", "mm[Hg]", "mmhg", "mm hg");
    unit("pressure", "7.500615758456601", "kPa", "kpa");
    unit("density", "1", "[hnsf'U]", "hu", "hounsfield units", "hounsfield unit");
    unit("angle", "1", "deg", "°", "degree", "degrees");
    unit("share", "1", "%", "percent", "per cent", "％");
    unit("rate", "1", "/min", "bpm", "beats per minute", "beats/min");
    unit("body mass index", "1", "kg/m2", "kg/m²", "kg/m^2");
    unit("mass concentration", "1", "mg/dL", "mg/dl");
    unit("mass concentration", "0.1", "mg/L", "mg/l");
    unit("mass concentration", "100", "g/L", "g/l");
    unit("mass concentration", "1000", "g/dL", "g/dl");
    unit("amount concentration", "1", "mmol/L", "mmol/l");
    unit("amount concentration", "0.001", "umol/L", "µmol/l", "μmol/l", "umol/l");
    unit("charge concentration", "1", "meq/L", "meq/l");
    unit("osmolality", "1", "mosm/kg", "mosmol/kg");
    unit("flow", "1", "mL/min", "ml/min");
    unit("flow of a body surface", "1", "mL/min/{1.73_m2}", "ml/min/1.73 m²", "ml/min/1.73 m2");
    unit("flow of a body surface", "1", "mL/min/{1.73_m2}", "ml/min/1.73m²", "ml/min/1.73m2");
    unit("flow", "0.01666666666666666666666667", "mL/h", "ml/hr", "ml/h", "ml/hour");
    temperature("Cel", "1", "0", "°c", "℃", "celsius", "degrees celsius", "degree celsius");
    temperature(
        "[degF]",
        "0.55555555555555555555555556",
        "-17.777777777777777777777778",
        "°f",
        "℉",
        "fahrenheit",
        "degrees fahrenheit");
    int longest = 0;
    for (String spelling : BY_SPELLING.keySet()) {
      longest = Math.max(longest, spelling.length());
    }
    LONGEST = longest;
  }

  private Units() {}

  /** The UCUM code of a unit as people write it, or null where it is not known. */
  public static @Nullable String code(String spelling) {
    Unit unit = find(spelling);
    return unit == null ? null : unit.code();
  }

  /** Whether both are known and measure the same, so that {@link #convert} gives a value. */
  public static boolean sameDimension(String one, String other) {
    Unit a = find(one);
    Unit b = find(other);
    return a != null && b != null && a.dimension().equals(b.dimension());
  }

  /** Whether the unit is known. */
  public static boolean known(String spelling) {
    return find(spelling) != null;
  }

  /**
   * A value in another unit.
   *
   * @return empty where a unit is not known or they measure different things
   */
  public static OptionalDouble convert(double value, String from, String to) {
    Unit source = find(from);
    Unit target = find(to);
    if (source == null || target == null || !source.dimension().equals(target.dimension())) {
      return OptionalDouble.empty();
    }
    if (source.code().equals(target.code())) {
      return OptionalDouble.of(value);
    }
    BigDecimal base = BigDecimal.valueOf(value).multiply(source.factor()).add(source.offset());
    BigDecimal converted =
        base.subtract(target.offset()).divide(target.factor(), java.math.MathContext.DECIMAL64);
    return OptionalDouble.of(converted.doubleValue());
  }

  /**
   * The longest unit that stands at a place of a folded text and ends as a word does.
   *
   * @return the place behind it, or {@code start} where there is none
   */
  public static int endOfUnit(char[] folded, int start, int limit) {
    int most = Math.min(limit, start + LONGEST);
    for (int end = most; end > start; end--) {
      if (endsWord(folded, end, limit)) {
        String spelling = new String(folded, start, end - start);
        if (BY_SPELLING.containsKey(spelling) && !isMereWord(spelling, folded, end, limit)) {
          return end;
        }
      }
    }
    return start;
  }

  /** "5 in the left lung", "2 a day", "3D": no inches, years and days. */
  private static boolean isMereWord(String spelling, char[] folded, int end, int limit) {
    if (spelling.equals("a") || spelling.equals("d")) {
      return true;
    }
    boolean wordFollows =
        end + 1 < limit && folded[end] == ' ' && Character.isLetter(folded[end + 1]);
    return spelling.equals("in") && wordFollows;
  }

  private static boolean endsWord(char[] folded, int end, int limit) {
    if (end >= limit) {
      return true;
    }
    char next = folded[end];
    char last = folded[end - 1];
    boolean letters = Character.isLetter(last) && Character.isLetter(next);
    return !(letters && !Alphabets.isUnspaced(next)) && !Character.isDigit(next) && next != '/';
  }

  private static @Nullable Unit find(String spelling) {
    return BY_SPELLING.get(Folding.folded(spelling.strip()));
  }

  private static void unit(String dimension, String factor, String code, String... spellings) {
    add(new Unit(code, dimension, new BigDecimal(factor), BigDecimal.ZERO), code, spellings);
  }

  private static void temperature(String code, String factor, String offset, String... spellings) {
    Unit unit = new Unit(code, "temperature", new BigDecimal(factor), new BigDecimal(offset));
    add(unit, code, spellings);
  }

  private static void add(Unit unit, String code, String... spellings) {
    BY_SPELLING.put(Folding.folded(code), unit);
    for (String spelling : spellings) {
      BY_SPELLING.put(Folding.folded(spelling), unit);
    }
  }
}
