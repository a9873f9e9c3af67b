package assay.reading.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What laboratories measure both by mass and by amount, so that 5.5 mmol/L of glucose are 99 mg/dL.
 * Molar masses in g/mol as MedCalc-Bench's calculators use them (albumin 66,500, haemoglobin
 * 64,500); others from the atomic masses of IUPAC.
 */
public final class Analytes {

  /**
   * A substance.
   *
   * @param molarMass in g/mol
   * @param valence charges a particle, or 0 where milliequivalents are not used
   */
  private record Analyte(double molarMass, int valence) {}

  private static final Map<String, Analyte> BY_NAME = new LinkedHashMap<>();

  static {
    add(28.02, 0, "urea nitrogen", "bun");
    add(60.06, 0, "urea");
    add(168.11, 0, "uric acid", "urate");
    add(180.16, 0, "glucose");
    add(113.12, 0, "creatinine");
    add(386.654, 0, "cholesterol", "ldl", "hdl");
    add(861.338, 0, "triglyceride");
    add(584.66, 0, "bilirubin");
    add(66_500, 0, "albumin");
    add(64_500, 0, "hemoglobin", "haemoglobin");
    add(40.08, 2, "calcium");
    add(24.305, 2, "magnesium");
    add(22.99, 1, "sodium");
    add(39.10, 1, "potassium");
    add(35.45, 1, "chloride");
    add(61.02, 1, "bicarbonate");
    add(30.974, 0, "phosphate", "phosphorus");
    add(89.07, 0, "lactate");
  }

  private static final String MASS = "mg/dL";
  private static final String AMOUNT = "mmol/L";
  private static final String CHARGE = "meq/L";

  private Analytes() {}

  /**
   * A value in another unit of the substance that a question names first.
   *
   * @return empty where the question names none, or the units are no concentrations
   */
  public static OptionalDouble convert(double value, String from, String to, String question) {
    Analyte analyte = named(question);
    if (analyte == null) {
      return OptionalDouble.empty();
    }
    double amount;
    if (Units.sameDimension(from, MASS)) {
      amount = Units.convert(value, from, MASS).orElseThrow() * 10 / analyte.molarMass();
    } else if (Units.sameDimension(from, AMOUNT)) {
      amount = Units.convert(value, from, AMOUNT).orElseThrow();
    } else if (Units.sameDimension(from, CHARGE) && analyte.valence() > 0) {
      amount = Units.convert(value, from, CHARGE).orElseThrow() / analyte.valence();
    } else {
      return OptionalDouble.empty();
    }
    if (Units.sameDimension(to, MASS)) {
      return Units.convert(amount * analyte.molarMass() / 10, MASS, to);
    }
    if (Units.sameDimension(to, AMOUNT)) {
      return Units.convert(amount, AMOUNT, to);
    }
    return Units.sameDimension(to, CHARGE) && analyte.valence() > 0
        ? Units.convert(amount * analyte.valence(), CHARGE, to)
        : OptionalDouble.empty();
  }

  private static @org.jspecify.annotations.Nullable Analyte named(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    Analyte found = null;
    int first = Integer.MAX_VALUE;
    for (var entry : BY_NAME.entrySet()) {
      int at = lower.indexOf(entry.getKey());
      boolean begins = at == 0 || (at > 0 && !Character.isLetter(lower.charAt(at - 1)));
      if (begins && at < first) {
        first = at;
        found = entry.getValue();
      }
    }
    return found;
  }

  private static void add(double molarMass, int valence, String... names) {
    for (String name : names) {
      BY_NAME.put(name, new Analyte(molarMass, valence));
    }
  }
}
