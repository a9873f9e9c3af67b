package assay.evaluation.scoring;

import assay.core.Sample;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.Scorer;
import assay.evaluation.protocol.Arms;
import assay.evaluation.store.AnsweredTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoringWriter;
import java.util.Optional;

/** Reads and scores every answered trial of a run again, by named rules, without asking anybody. */
public final class ScoringPass {

  private ScoringPass() {}

  /**
   * Makes a new scoring; whole or not at all.
   *
   * @param version version of Assay, kept with the scoring
   * @return the scoring's number
   */
  public static long run(RunFile file, RuleSet rules, String version) {
    try (AnsweredTrials trials = new AnsweredTrials(file);
        ScoringWriter writer = new ScoringWriter(file, rules.json(), version)) {
      for (Optional<AnsweredTrials.Answered> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        score(next.get(), rules, writer);
      }
      return writer.commit();
    }
  }

  private static void score(AnsweredTrials.Answered trial, RuleSet rules, ScoringWriter writer) {
    Sample sample = trial.sample();
    Presented presented = Arms.byName(trial.arm()).present(sample, trial.variant());
    RuleSet.Rules here = rules.of(sample.kind());
    for (Extractor extractor : here.extractors()) {
      Reading reading = extractor.read(trial.reply(), presented);
      String extractorId = extractor.descriptor().id();
      writer.reading(trial.ordinal(), extractorId, reading);
      for (Scorer scorer : here.scorers()) {
        Score score = compare(scorer, reading, sample, trial.reply());
        writer.score(trial.ordinal(), extractorId, scorer.descriptor().id(), score);
      }
    }
  }

  private static Score compare(Scorer scorer, Reading reading, Sample sample, Reply reply) {
    return scorer.descriptor().name().equals(RecordedScore.NAME)
        ? RecordedScore.of(reply.recorded())
        : scorer.score(reading, sample.target());
  }
}
