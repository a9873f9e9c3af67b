package assay.reading.scorer;

class LabelsRecallTest extends ScorerContract {

  LabelsRecallTest() {
    super("labels-recall");
  }
}
