package assay.reading.metric;

class MccTest extends MetricContract {

  MccTest() {
    super("mcc", "mcc");
  }

  @Override
  double lowest() {
    return -1;
  }
}
