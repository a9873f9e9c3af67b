package assay.statistics.interval;

import assay.statistics.resampling.BootstrapPlan;

class StudentisedBootstrapIntervalTest extends MeanIntervalContract {

  @Override
  MeanInterval method() {
    return new StudentisedBootstrapInterval(BootstrapPlan.of(42, "contract").withResamples(4000));
  }

  /** The mirrored sample is sorted the other way, so other random numbers fall on it. */
  @Override
  double tolerance() {
    return 0.04;
  }
}
