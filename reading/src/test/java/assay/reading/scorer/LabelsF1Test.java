package assay.reading.scorer;

class LabelsF1Test extends ScorerContract {

  LabelsF1Test() {
    super("labels-f1");
  }
}
