package assay.statistics.interval;

class ContinuityCorrectedWilsonIntervalTest extends BinomialIntervalContract {

  @Override
  BinomialInterval method() {
    return new ContinuityCorrectedWilsonInterval();
  }
}
