package assay.reading.scorer;

class LabelsTest extends ScorerContract {

  LabelsTest() {
    super("labels");
  }
}
