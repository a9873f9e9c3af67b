package assay.reading.scorer;

class CodesSubcategoryTest extends ScorerContract {

  CodesSubcategoryTest() {
    super("codes-subcategory");
  }
}
