package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Reply;
import assay.core.exchange.TokenLogprob;
import assay.core.exchange.TokenLogprob.Alternative;
import assay.core.exchange.Usage;
import assay.core.measure.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogprobLetterTest extends ExtractorContract {

  LogprobLetterTest() {
    super("logprob-letter");
  }

  @Override
  boolean readsText() {
    return false;
  }

  @Test
  void theMostProbableKeyAmongTheFirstTokens() {
    TokenLogprob first =
        new TokenLogprob(
            "The",
            -0.1,
            List.of(
                new Alternative("The", -0.1),
                new Alternative(" A", -3),
                new Alternative("B", -2.5),
                new Alternative("E", -0.5)));
    assertThat(read(first)).isEqualTo(new Reading.Read(Answer.Choice.of("B"), null, false));
    assertThat(read(new TokenLogprob("The", -0.1, List.of())))
        .isEqualTo(new Reading.Unreadable("no key among the likely tokens"));
    assertThat(read("B", MirageTest.FOUR))
        .isEqualTo(new Reading.Unreadable("no log-probabilities"));
  }

  private Reading read(TokenLogprob first) {
    return extractor()
        .read(
            new Reply(
                "The answer is A",
                null,
                FinishReason.STOP,
                Usage.UNKNOWN,
                null,
                null,
                List.of(first),
                null,
                "",
                null),
            MirageTest.FOUR);
  }
}
