package assay.reading.metric;

class BalancedAccuracyTest extends MetricContract {

  BalancedAccuracyTest() {
    super("balanced-accuracy", "balanced-accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }
}
