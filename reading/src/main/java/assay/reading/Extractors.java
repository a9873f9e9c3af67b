package assay.reading;

import assay.core.measure.Extractor;
import assay.reading.extractor.ExactExtractor;
import assay.reading.extractor.LastDateExtractor;
import assay.reading.extractor.LastNumberExtractor;
import assay.reading.extractor.LastTrueFalseWordExtractor;
import assay.reading.extractor.LeadingLetterExtractor;
import assay.reading.extractor.MedCalcExtractor;
import assay.reading.extractor.MirageExtractor;
import assay.reading.extractor.RecordedExtractor;
import assay.reading.extractor.StrictExtractor;
import assay.reading.extractor.WeeksDaysExtractor;
import assay.reading.extractor.WholeExtractor;
import assay.reading.extractor.layered.LayeredExtractor;
import java.util.List;

/** The extractors that Assay knows. A new one is added to the list here. */
public final class Extractors {

  private static final Registry<Extractor> STANDARD =
      new Registry<>(
          "extractor",
          Extractor::descriptor,
          List.of(
              new LayeredExtractor(),
              new ExactExtractor(),
              new StrictExtractor(),
              new WholeExtractor(),
              new LeadingLetterExtractor(),
              new LastTrueFalseWordExtractor(),
              new LastNumberExtractor(),
              new LastDateExtractor(),
              new WeeksDaysExtractor(),
              MirageExtractor.honest(),
              MirageExtractor.official(),
              new MedCalcExtractor(),
              new RecordedExtractor()));

  private Extractors() {}

  /** Every extractor, the default first. */
  public static Registry<Extractor> standard() {
    return STANDARD;
  }
}
