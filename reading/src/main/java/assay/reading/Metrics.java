package assay.reading;

import assay.core.measure.Metric;
import assay.reading.metric.Accuracy;
import assay.reading.metric.BalancedAccuracy;
import assay.reading.metric.CohenKappa;
import assay.reading.metric.HitAtK;
import assay.reading.metric.MacroF1;
import assay.reading.metric.MatthewsCorrelation;
import assay.reading.metric.Mean;
import assay.reading.metric.MicroF1;
import java.util.List;

/** The metrics that Assay knows. A new one is added to the list here. */
public final class Metrics {

  private static final Registry<Metric> STANDARD =
      new Registry<>(
          "metric",
          Metric::descriptor,
          List.of(
              new Accuracy(),
              new Mean(),
              new MacroF1(),
              new MicroF1(),
              new BalancedAccuracy(),
              new CohenKappa(),
              new MatthewsCorrelation(),
              new HitAtK(1),
              new HitAtK(3),
              new HitAtK(5),
              new HitAtK(10)));

  private Metrics() {}

  /** Every metric. */
  public static Registry<Metric> standard() {
    return STANDARD;
  }
}
