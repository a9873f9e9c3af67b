package assay.evaluation.support;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Message;
import assay.core.exchange.Model;
import assay.core.exchange.Pace;
import assay.core.exchange.Part;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.Usage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that does what a script says, and remembers what it was asked. */
public final class ScriptedModel implements Model {

  /** What happens to a request. */
  @FunctionalInterface
  public interface Script {
    /**
     * The end of one exchange.
     *
     * @param question the text of the last message
     * @param attempt how often this request was put, from 1
     */
    Attempt answer(String question, int attempt) throws InterruptedException;
  }

  private final Script script;
  private final Map<String, Integer> asked = new HashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  public ScriptedModel(Script script) {
    this.script = script;
  }

  /** Answers everything with this text. */
  public static ScriptedModel saying(String text) {
    return new ScriptedModel((question, attempt) -> reply(text));
  }

  @Override
  public Attempt answer(Request request) throws InterruptedException {
    Message last = request.messages().getLast();
    String question = ((Part.TextPart) last.parts().getLast()).text();
    int attempt;
    synchronized (asked) {
      attempt = asked.merge(question, 1, Integer::sum);
    }
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      return script.answer(question, attempt);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** What it does. */
  public Script script() {
    return script;
  }

  /** How often each question was put. */
  public Map<String, Integer> asked() {
    synchronized (asked) {
      return new TreeMap<>(asked);
    }
  }

  /** How many requests there were. */
  public int requests() {
    return asked().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many there were at once at most. */
  public int mostAtOnce() {
    return most.get();
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String identity() {
    return "scripted";
  }

  /** A reply with this text, of 20 tokens. */
  public static Attempt reply(String text) {
    return new Attempt.Answered(
        new Reply(
            text,
            null,
            FinishReason.STOP,
            new Usage(15L, 5L, null, null),
            null,
            0.25,
            List.of(),
            "scripted-1",
            "{\"text\":\"" + text.length() + "\"}",
            null));
  }

  /** A failure. */
  public static Attempt failure(FailureKind kind) {
    return new Attempt.Failed(kind, "scripted " + kind.id());
  }

  /** A failure of an endpoint that says when to come back. */
  public static Attempt failure(FailureKind kind, Duration retryAfter) {
    return new Attempt.Failed(
        kind, "scripted " + kind.id(), 1, new Pace(retryAfter, null, null, null));
  }
}
