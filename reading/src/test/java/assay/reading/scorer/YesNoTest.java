package assay.reading.scorer;

class YesNoTest extends ScorerContract {

  YesNoTest() {
    super("yes-no");
  }
}
