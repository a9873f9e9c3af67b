package assay.statistics.interval;

class ClusterRobustIntervalTest extends MeanIntervalContract {

  @Override
  MeanInterval method() {
    return new ClusterRobustInterval();
  }
}
