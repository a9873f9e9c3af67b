package assay.statistics.interval;

class AgrestiCoullIntervalTest extends BinomialIntervalContract {

  @Override
  BinomialInterval method() {
    return new AgrestiCoullInterval();
  }
}
