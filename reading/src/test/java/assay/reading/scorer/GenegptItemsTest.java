package assay.reading.scorer;

class GenegptItemsTest extends ScorerContract {

  GenegptItemsTest() {
    super("genegpt-items");
  }
}
