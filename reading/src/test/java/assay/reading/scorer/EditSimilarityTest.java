package assay.reading.scorer;

class EditSimilarityTest extends ScorerContract {

  EditSimilarityTest() {
    super("edit-similarity");
  }
}
