package assay.reading;

import assay.reading.corpus.Cider;
import assay.reading.corpus.CorpusBleu;
import assay.reading.corpus.CorpusMeasure;
import java.util.List;

/** The measures of whole corpora that Assay knows. A new one is added to the list here. */
public final class CorpusMeasures {

  private static final Registry<CorpusMeasure> STANDARD =
      new Registry<>(
          "corpus measure",
          CorpusMeasure::descriptor,
          List.of(
              CorpusBleu.coco(1),
              CorpusBleu.coco(2),
              CorpusBleu.coco(3),
              CorpusBleu.coco(4),
              CorpusBleu.nltk(),
              CorpusBleu.sacre(),
              new Cider()));

  private CorpusMeasures() {}

  /** Every corpus measure. */
  public static Registry<CorpusMeasure> standard() {
    return STANDARD;
  }
}
