package assay.reading.metric;

class HitAt1Test extends MetricContract {

  HitAt1Test() {
    super("hit-at-1", "accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }
}
