package assay.statistics.interval;

class JeffreysIntervalTest extends BinomialIntervalContract {

  @Override
  BinomialInterval method() {
    return new JeffreysInterval();
  }
}
