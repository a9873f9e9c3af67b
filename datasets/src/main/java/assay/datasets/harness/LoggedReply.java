package assay.datasets.harness;

import assay.core.exchange.FinishReason;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes replies of what logs hold. */
final class LoggedReply {

  private LoggedReply() {}

  static Reply of(LoggedTrial trial, @Nullable String model) {
    LoggedTrial.Spent spent = trial.spent();
    LoggedTrial.Verdict verdict = trial.verdict();
    return new Reply(
        trial.reply() == null ? "" : trial.reply(),
        null,
        finish(spent.finish()),
        new Usage(spent.prompt(), spent.completion(), null, null),
        spent.cost(),
        spent.seconds(),
        List.of(),
        model,
        trial.record().toString(),
        verdict.reading() == null && verdict.score() == null
            ? null
            : new Recorded(
                verdict.reading(),
                verdict.score() == null ? null : String.valueOf(verdict.score())));
  }

  private static FinishReason finish(@Nullable String word) {
    if (word == null) {
      return FinishReason.UNKNOWN;
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "stop", "eos", "end_turn", "stop_sequence", "endoftext" -> FinishReason.STOP;
      case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
      case "content_filter", "safety", "refusal" -> FinishReason.CONTENT_FILTER;
      case "tool_calls", "tool_use" -> FinishReason.TOOL_CALLS;
      default -> FinishReason.UNKNOWN;
    };
  }
}
