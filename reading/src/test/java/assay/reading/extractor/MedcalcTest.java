package assay.reading.extractor;

class MedcalcTest extends ExtractorContract {

  MedcalcTest() {
    super("medcalc");
  }
}
