package assay.reading.metric;

class MicroF1Test extends MetricContract {

  MicroF1Test() {
    super("micro-f1", "micro-f1");
  }

  @Override
  double lowest() {
    return 0;
  }
}
