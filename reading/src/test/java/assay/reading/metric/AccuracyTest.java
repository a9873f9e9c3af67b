package assay.reading.metric;

class AccuracyTest extends MetricContract {

  AccuracyTest() {
    super("accuracy", "accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }
}
