package assay.reading.scorer;

class LabelsJaccardTest extends ScorerContract {

  LabelsJaccardTest() {
    super("labels-jaccard");
  }
}
