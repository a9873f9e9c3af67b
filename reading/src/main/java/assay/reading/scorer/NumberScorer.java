package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.reading.text.Folding;
import assay.reading.text.Units;
import java.util.EnumSet;
import java.util.OptionalDouble;

/**
 * 1 where the target's tolerance accepts the value, else 0. Range 0 to 1, more is better.
 *
 * <p>A value without a unit is taken in the target's. A value in another unit of the same dimension
 * is converted, in decimal arithmetic. A value in a unit of another dimension is wrong. Undefined
 * ({@code unit not known}) where answer and target bear different units of which at least one is
 * not known, for then nobody can say.
 */
public final class NumberScorer extends ComparisonScorer {

  public NumberScorer() {
    super(
        new Descriptor(
            "number",
            1,
            "the target's tolerance accepts the value, units converted",
            "the target's tolerance; conversion by UCUM"),
        EnumSet.of(AnswerKind.NUMBER));
  }

  @Override
  Score judge(Answer answer, Target target) {
    if (!(answer instanceof Answer.Number said) || !(target instanceof Target.Number gold)) {
      return WRONG;
    }
    String unit = said.unit();
    String wanted = gold.unit();
    if (unit == null || wanted == null || Folding.folded(unit).equals(Folding.folded(wanted))) {
      return accepts(gold, said.value());
    }
    OptionalDouble converted = Units.convert(said.value(), unit, wanted);
    if (converted.isPresent()) {
      return accepts(gold, converted.getAsDouble());
    }
    return Units.known(unit) && Units.known(wanted) ? WRONG : new Score.Undefined("unit not known");
  }

  private static Score accepts(Target.Number gold, double value) {
    return of(gold.tolerance().accepts(gold.value(), value));
  }
}
