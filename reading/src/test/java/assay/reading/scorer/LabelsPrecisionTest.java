package assay.reading.scorer;

class LabelsPrecisionTest extends ScorerContract {

  LabelsPrecisionTest() {
    super("labels-precision");
  }
}
