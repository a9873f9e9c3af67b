package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.exchange.TokenLogprob;
import assay.core.measure.Descriptor;
import assay.core.measure.Lacking;
import assay.core.measure.Reading;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * The option whose key is the most probable first token of the reply, a blank before the key not
 * counted. What the model then wrote plays no part; so it measures a ranking of options, not an
 * answer. Unreadable where the reply has no log-probabilities or no key is among the alternatives
 * that the endpoint gave. Of equal ones the first shown is taken.
 */
public final class LogprobLetterExtractor extends ReplyRule {

  public LogprobLetterExtractor() {
    super(
        new Descriptor(
            "logprob-letter",
            1,
            "the option whose key is the most probable first token",
            "Hendrycks et al. 2021, arXiv:2009.03300 (MMLU), by first-token probability"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    if (reply.logprobs().isEmpty()) {
      return Lacking.LOGPROBS.reading();
    }
    TokenLogprob first = reply.logprobs().getFirst();
    Option best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Option option : presented.options()) {
      Double logprob = of(option.key(), first);
      if (logprob != null && logprob > most) {
        most = logprob;
        best = option;
      }
    }
    return best == null
        ? Readings.unreadable("no key among the likely tokens")
        : new Reading.Read(assay.core.Answer.Choice.of(best.key()), null, false);
  }

  private static @Nullable Double of(String key, TokenLogprob first) {
    Double most = first.token().strip().equals(key) ? Double.valueOf(first.logprob()) : null;
    for (TokenLogprob.Alternative alternative : first.alternatives()) {
      boolean named = alternative.token().strip().equals(key);
      if (named && (most == null || alternative.logprob() > most)) {
        most = alternative.logprob();
      }
    }
    return most;
  }
}
