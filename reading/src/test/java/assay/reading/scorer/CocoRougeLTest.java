package assay.reading.scorer;

class CocoRougeLTest extends ScorerContract {

  CocoRougeLTest() {
    super("coco-rouge-l");
  }
}
