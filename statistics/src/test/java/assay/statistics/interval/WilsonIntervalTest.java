package assay.statistics.interval;

class WilsonIntervalTest extends BinomialIntervalContract {

  @Override
  BinomialInterval method() {
    return new WilsonInterval();
  }
}
