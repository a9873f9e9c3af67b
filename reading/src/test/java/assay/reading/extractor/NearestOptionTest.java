package assay.reading.extractor;

import assay.core.Answer;
import assay.core.exchange.Presented;

class NearestOptionTest extends ExtractorContract {

  NearestOptionTest() {
    super("nearest-option");
  }

  @Override
  boolean exactToTheBlank() {
    return true;
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    return presented.options().stream()
        .filter(option -> Answer.Choice.of(option.key()).equals(answer))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** Of two options with one text, or one that is part of another, the nearest may be either. */
  @Override
  boolean readsText() {
    return false;
  }
}
