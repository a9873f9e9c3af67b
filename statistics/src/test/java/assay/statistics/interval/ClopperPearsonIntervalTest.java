package assay.statistics.interval;

class ClopperPearsonIntervalTest extends BinomialIntervalContract {

  @Override
  BinomialInterval method() {
    return new ClopperPearsonInterval();
  }
}
