package assay.reading;

import assay.core.measure.Extractor;
import assay.reading.extractor.AnswerIsExtractor;
import assay.reading.extractor.CaresYesNoExtractor;
import assay.reading.extractor.ExactExtractor;
import assay.reading.extractor.FractionExtractor;
import assay.reading.extractor.GeneGptExtractor;
import assay.reading.extractor.JsonExtractor;
import assay.reading.extractor.LastDateExtractor;
import assay.reading.extractor.LastNumberExtractor;
import assay.reading.extractor.LastTrueFalseWordExtractor;
import assay.reading.extractor.LeadingLetterExtractor;
import assay.reading.extractor.LmEvalMultiChoiceExtractor;
import assay.reading.extractor.LmEvalRegexExtractor;
import assay.reading.extractor.LmEvalTakeFirstExtractor;
import assay.reading.extractor.LogprobLetterExtractor;
import assay.reading.extractor.MedCalcExtractor;
import assay.reading.extractor.MedCalcReplyExtractor;
import assay.reading.extractor.MedXpertQaExtractor;
import assay.reading.extractor.MedecExtractor;
import assay.reading.extractor.MirageExtractor;
import assay.reading.extractor.MmmuExtractor;
import assay.reading.extractor.NearestOptionExtractor;
import assay.reading.extractor.NumberInUnitExtractor;
import assay.reading.extractor.OptionLikelihoodExtractor;
import assay.reading.extractor.RangeExtractor;
import assay.reading.extractor.RecordedExtractor;
import assay.reading.extractor.RegionsExtractor;
import assay.reading.extractor.StrictExtractor;
import assay.reading.extractor.VlmEvalKitExtractor;
import assay.reading.extractor.WeeksDaysExtractor;
import assay.reading.extractor.WholeExtractor;
import assay.reading.extractor.layered.LayeredExtractor;
import assay.reading.extractor.layered.LettersExtractor;
import assay.reading.extractor.layered.TaggedExtractor;
import assay.reading.judge.JudgeExtractor;
import java.util.ArrayList;
import java.util.List;

/** The extractors that Assay knows. A new one is added to the list here. */
public final class Extractors {

  private static final Registry<Extractor> STANDARD =
      new Registry<>("extractor", Extractor::descriptor, rules(), families());

  private Extractors() {}

  /**
   * Whether a rule can read several options of one reply, for questions with several right ones.
   */
  public static boolean readsSeveral(Extractor extractor) {
    return extractor instanceof LettersExtractor
        || extractor instanceof JsonExtractor
        || extractor instanceof RecordedExtractor;
  }

  /** Every extractor, the default first. */
  public static Registry<Extractor> standard() {
    return STANDARD;
  }

  private static List<Registry.Family<Extractor>> families() {
    return List.of(
        pattern(LmEvalRegexExtractor.Which.FIRST),
        pattern(LmEvalRegexExtractor.Which.LAST),
        new Registry.Family<>(
            JudgeExtractor.PREFIX, new JudgeExtractor("NAME").descriptor(), JudgeExtractor::new));
  }

  private static Registry.Family<Extractor> pattern(LmEvalRegexExtractor.Which which) {
    return new Registry.Family<>(
        which.prefix(),
        LmEvalRegexExtractor.own("PATTERN", which).descriptor(),
        pattern -> LmEvalRegexExtractor.own(pattern, which));
  }

  private static List<Extractor> rules() {
    List<Extractor> rules =
        new ArrayList<>(
            List.of(
                new LayeredExtractor(),
                new ExactExtractor(),
                new StrictExtractor(),
                new LettersExtractor(),
                new TaggedExtractor(),
                new JsonExtractor(),
                new WholeExtractor(),
                new LeadingLetterExtractor(),
                new LastTrueFalseWordExtractor(),
                new LastNumberExtractor(),
                new LastDateExtractor(),
                new WeeksDaysExtractor(),
                new NumberInUnitExtractor(),
                new FractionExtractor(),
                new RangeExtractor(),
                MirageExtractor.honest(),
                MirageExtractor.official(),
                MmmuExtractor.mmmu(),
                MmmuExtractor.mmmuPro(),
                new VlmEvalKitExtractor(),
                new LmEvalMultiChoiceExtractor(),
                new AnswerIsExtractor(),
                LmEvalRegexExtractor.hashes(),
                LmEvalRegexExtractor.flexible(),
                new LmEvalTakeFirstExtractor(),
                new MedXpertQaExtractor(),
                new CaresYesNoExtractor(),
                new NearestOptionExtractor(),
                GeneGptExtractor.plain(),
                GeneGptExtractor.location(),
                GeneGptExtractor.coding(),
                GeneGptExtractor.commonNames(),
                new LogprobLetterExtractor(),
                OptionLikelihoodExtractor.raw(),
                OptionLikelihoodExtractor.byLength(),
                OptionLikelihoodExtractor.overUnconditional(),
                new MedCalcExtractor(),
                new MedCalcReplyExtractor(),
                new MedecExtractor(),
                new RecordedExtractor()));
    rules.addAll(RegionsExtractor.boxes());
    rules.addAll(RegionsExtractor.points());
    return rules;
  }
}
