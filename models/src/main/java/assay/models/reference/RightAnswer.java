package assay.models.reference;

import assay.core.Target;
import assay.core.Tolerance;

/** What counts as right where the gold itself might not. */
final class RightAnswer {

  private RightAnswer() {}

  /** The gold value; the middle of the interval where the interval does not hold it. */
  static double number(Target.Number target) {
    if (target.tolerance() instanceof Tolerance.Interval interval
        && !interval.accepts(target.value(), target.value())) {
      double middle = interval.lower() / 2 + interval.upper() / 2;
      return Double.isFinite(middle) ? middle : target.value();
    }
    return target.value();
  }
}
