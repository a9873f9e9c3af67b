package assay.reading;

import assay.core.measure.Metric;
import assay.reading.corpus.CorpusMetric;
import assay.reading.metric.Accuracy;
import assay.reading.metric.BalancedAccuracy;
import assay.reading.metric.CohenKappa;
import assay.reading.metric.HitAtK;
import assay.reading.metric.MacroF1;
import assay.reading.metric.MatthewsCorrelation;
import assay.reading.metric.Mean;
import assay.reading.metric.MicroF1;
import java.util.List;
import java.util.stream.Stream;

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

  private static final Registry<Metric> ALL =
      new Registry<>(
          "metric",
          Metric::descriptor,
          Stream.<Metric>concat(
                  STANDARD.all().stream(),
                  CorpusMeasures.standard().all().stream().map(CorpusMetric::new))
              .toList());

  private Metrics() {}

  /** Every metric that a benchmark can name: those over scores, then those of a whole corpus. */
  public static Registry<Metric> all() {
    return ALL;
  }

  /** The metrics over scores. */
  public static Registry<Metric> standard() {
    return STANDARD;
  }
}
