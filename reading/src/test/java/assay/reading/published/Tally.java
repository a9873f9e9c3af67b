package assay.reading.published;

import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.Scorer;
import assay.reading.Extractors;
import assay.reading.Scorers;

/** Counts what an extractor reads and a scorer finds right. */
final class Tally {

  private final Extractor extractor;
  private final Scorer scorer;
  int asked;
  int read;
  int right;
  int guessed;
  int guessedRight;

  Tally(String extractor, String scorer) {
    this.extractor = Extractors.standard().byName(extractor);
    this.scorer = Scorers.standard().byName(scorer);
  }

  /** Reads and scores one reply; whether it was right. */
  boolean add(Reply reply, Presented presented, Target target) {
    Reading reading = extractor.read(reply, presented);
    boolean hit = scorer.score(reading, target) instanceof Score.Value value && value.value() == 1;
    asked++;
    if (reading instanceof Reading.Read found) {
      read++;
      guessed += found.guessed() ? 1 : 0;
      guessedRight += found.guessed() && hit ? 1 : 0;
    }
    right += hit ? 1 : 0;
    return hit;
  }

  int unread() {
    return asked - read;
  }

  double accuracy() {
    return (double) right / asked;
  }
}
