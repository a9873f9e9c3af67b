package assay.reading.metric;

class HitAt5Test extends MetricContract {

  HitAt5Test() {
    super("hit-at-5", "accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }
}
