package assay.reading.scorer;

class ChoiceJaccardTest extends ScorerContract {

  ChoiceJaccardTest() {
    super("choice-jaccard");
  }
}
