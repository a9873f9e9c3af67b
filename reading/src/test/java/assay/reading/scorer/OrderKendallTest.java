package assay.reading.scorer;

class OrderKendallTest extends ScorerContract {

  OrderKendallTest() {
    super("order-kendall");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}
