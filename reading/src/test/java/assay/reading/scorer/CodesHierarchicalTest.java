package assay.reading.scorer;

class CodesHierarchicalTest extends ScorerContract {

  CodesHierarchicalTest() {
    super("codes-hierarchical");
  }
}
