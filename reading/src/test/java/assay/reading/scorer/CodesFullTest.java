package assay.reading.scorer;

class CodesFullTest extends ScorerContract {

  CodesFullTest() {
    super("codes-full");
  }
}
