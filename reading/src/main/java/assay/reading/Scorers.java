package assay.reading;

import assay.core.measure.Scorer;
import assay.reading.scorer.BleuScorer;
import assay.reading.scorer.ChoiceScorer;
import assay.reading.scorer.ChrfScorer;
import assay.reading.scorer.DateScorer;
import assay.reading.scorer.EditSimilarityScorer;
import assay.reading.scorer.ExactTextScorer;
import assay.reading.scorer.GeneGptScorer;
import assay.reading.scorer.LabelsScorer;
import assay.reading.scorer.LlavaMedScorer;
import assay.reading.scorer.MedecScorer;
import assay.reading.scorer.MeteorScorer;
import assay.reading.scorer.MeteorSynonymsScorer;
import assay.reading.scorer.MmmuOpenScorer;
import assay.reading.scorer.MumcScorer;
import assay.reading.scorer.NumberScorer;
import assay.reading.scorer.OrderScorer;
import assay.reading.scorer.ReciprocalRankScorer;
import assay.reading.scorer.RecordedScorer;
import assay.reading.scorer.RougeScorer;
import assay.reading.scorer.SetOverlapScorer;
import assay.reading.scorer.SpanScorer;
import assay.reading.scorer.StrictTextScorer;
import assay.reading.scorer.TextScorer;
import assay.reading.scorer.TokenBagScorer;
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
              new ExactTextScorer(),
              new MumcScorer(),
              VqaScorer.vqa(),
              VqaScorer.withoutContractions(),
              LlavaMedScorer.closed(),
              LlavaMedScorer.open(),
              TokenBagScorer.f1(),
              TokenBagScorer.recall(),
              TokenBagScorer.precision(),
              RougeScorer.google(1),
              RougeScorer.google(2),
              RougeScorer.googleL(),
              RougeScorer.googleLsum(),
              RougeScorer.pypi(1),
              RougeScorer.pypi(2),
              RougeScorer.pypiL(),
              RougeScorer.cocoL(),
              BleuScorer.nltkMethod1(),
              BleuScorer.sacreExp(),
              ChrfScorer.chrf(),
              ChrfScorer.chrfWithWords(),
              new MeteorScorer(),
              new MeteorSynonymsScorer(),
              new EditSimilarityScorer(),
              new OrderScorer(),
              new ReciprocalRankScorer(),
              SpanScorer.exact(),
              SpanScorer.partial(),
              SpanScorer.token(),
              GeneGptScorer.items(),
              GeneGptScorer.alignment(),
              MedecScorer.pairs(RougeScorer.pypi(1), "1"),
              MedecScorer.pairs(RougeScorer.pypi(2), "2"),
              MedecScorer.pairs(RougeScorer.pypiL(), "l"),
              MedecScorer.composite(RougeScorer.pypi(1), "1"),
              MedecScorer.composite(RougeScorer.pypi(2), "2"),
              MedecScorer.composite(RougeScorer.pypiL(), "l"),
              new MmmuOpenScorer(),
              new LabelsScorer(),
              SetOverlapScorer.labelsF1(),
              SetOverlapScorer.labelsJaccard(),
              SetOverlapScorer.labelsRecall(),
              SetOverlapScorer.labelsPrecision(),
              SetOverlapScorer.codesFull(),
              SetOverlapScorer.codesSubcategory(),
              SetOverlapScorer.codesCategory(),
              SetOverlapScorer.codesHierarchical(),
              SetOverlapScorer.choiceJaccard(),
              SetOverlapScorer.choicePartial(),
              new RecordedScorer()));

  private Scorers() {}

  /** Every scorer. */
  public static Registry<Scorer> standard() {
    return STANDARD;
  }
}
