package assay.reading.scorer;

class ChoicePartialTest extends ScorerContract {

  ChoicePartialTest() {
    super("choice-partial");
  }
}
