package assay.reading.metric;

class MacroF1Test extends MetricContract {

  MacroF1Test() {
    super("macro-f1", "macro-f1");
  }

  @Override
  double lowest() {
    return 0;
  }
}
