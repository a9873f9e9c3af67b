package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Analytes;
import assay.reading.text.Numerals;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The last number of the reply, turned into the unit asked for: inches into millimetres, °F into
 * °C, and, for a substance that the question names ({@link Analytes}), mmol/L into mg/dL. A number
 * without a unit is taken to be in the unit asked for. Unreadable where the units cannot be turned
 * into one another.
 */
public final class NumberInUnitExtractor extends ReplyRule {

  public NumberInUnitExtractor() {
    super(
        new Descriptor(
            "number-in-unit",
            1,
            "the last number of the reply, turned into the unit asked for",
            "UCUM; molar masses of MedCalc-Bench's calculators (Khandekar et al. 2024,"
                + " arXiv:2406.12036)"),
        EnumSet.of(AnswerKind.NUMBER));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    List<Numerals.Found> all =
        Numerals.all(visible.folded(), visible.start(), visible.end(), presented.language());
    if (all.isEmpty()) {
      return Readings.unreadable("no number");
    }
    Numerals.Found last = all.getLast();
    String asked = presented.unit();
    String said = last.unit();
    if (asked == null || said == null) {
      String unit = said == null ? asked : Units.code(said);
      return Readings.read(new Answer.Number(last.value(), unit), last.start(), last.unitEnd());
    }
    OptionalDouble value = Units.convert(last.value(), said, asked);
    if (value.isEmpty()) {
      value = Analytes.convert(last.value(), said, asked, presented.question());
    }
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? Readings.read(new Answer.Number(value.getAsDouble(), asked), last.start(), last.unitEnd())
        : Readings.unreadable("unit cannot be converted");
  }
}
