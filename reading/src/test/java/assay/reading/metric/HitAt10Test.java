package assay.reading.metric;

class HitAt10Test extends MetricContract {

  HitAt10Test() {
    super("hit-at-10", "accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }
}
