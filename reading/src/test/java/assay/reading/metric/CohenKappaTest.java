package assay.reading.metric;

class CohenKappaTest extends MetricContract {

  CohenKappaTest() {
    super("cohen-kappa", "cohen-kappa");
  }

  @Override
  double lowest() {
    return -1;
  }
}
