package assay.reading;

import assay.core.measure.Scorer;
import assay.reading.scorer.ChoiceScorer;
import assay.reading.scorer.DateScorer;
import assay.reading.scorer.LabelsScorer;
import assay.reading.scorer.MmmuOpenScorer;
import assay.reading.scorer.MumcScorer;
import assay.reading.scorer.NumberScorer;
import assay.reading.scorer.RecordedScorer;
import assay.reading.scorer.StrictTextScorer;
import assay.reading.scorer.TextScorer;
import assay.reading.scorer.VqaScorer;
import assay.reading.scorer.YesNoScorer;
import java.util.List;

/** The scorers that Assay knows. A new one is added to the list here. */
public final class Scorers {

  private static final Registry<Scorer> STANDARD =
      new Registry<>(
          "scorer",
          Scorer::descriptor,
          List.of(
              new ChoiceScorer(),
              new YesNoScorer(),
              new NumberScorer(),
              new DateScorer(),
              new TextScorer(),
              new StrictTextScorer(),
              new MumcScorer(),
              new VqaScorer(),
              new MmmuOpenScorer(),
              new LabelsScorer(),
              new RecordedScorer()));

  private Scorers() {}

  /** Every scorer. */
  public static Registry<Scorer> standard() {
    return STANDARD;
  }
}
