package assay.reading.scorer;

class CodesCategoryTest extends ScorerContract {

  CodesCategoryTest() {
    super("codes-category");
  }
}
