package assay.evaluation.estimate;

import assay.core.Sample;
import assay.core.Target;

/** What guessing is expected to reach. */
public final class Chance {

  private Chance() {}

  /** On one sample: one over the number of its options, half for yes and no; NaN where unknown. */
  public static double of(Sample sample) {
    return switch (sample.target()) {
      case Target.Choice choice ->
          choice.keys().size() == 1 && !sample.options().isEmpty()
              ? 1.0 / sample.options().size()
              : Double.NaN;
      case Target.YesNo yesNo -> 0.5;
      case Target.Text text -> Double.NaN;
      case Target.Number number -> Double.NaN;
      case Target.Date date -> Double.NaN;
      case Target.Labels labels -> Double.NaN;
      case Target.Unstated unstated -> Double.NaN;
    };
  }
}
