package assay.reading.scorer;

class BleuSacreExpTest extends ScorerContract {

  BleuSacreExpTest() {
    super("bleu-sacre-exp");
  }
}
