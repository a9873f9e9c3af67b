package assay.evaluation.runner;

import assay.core.Sample;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Message;
import assay.core.exchange.Model;
import assay.core.exchange.Part;
import assay.core.exchange.Presented;
import assay.core.exchange.Reader;
import assay.core.exchange.Recorded;
import assay.core.exchange.Recording;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.Trial;
import assay.evaluation.json.RequestJson;
import assay.evaluation.json.StatedJson;
import assay.evaluation.plan.PlannedTrial;
import assay.evaluation.protocol.Arms;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.store.Finished;
import assay.evaluation.store.ResponseCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings one trial to its end: makes the request, looks into the cache, asks, and asks again where
 * that may help. A refusal because of too many requests is held against a trial only if nobody was
 * answered since its last try: while an endpoint answers somebody, it is busy and not gone.
 */
final class Asker {

  private final Reader reader;
  private final PromptRenderer renderer;
  private final RunnerSettings settings;
  private final AdaptiveLimit limit;
  private final UnderWay underWay;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();

  Asker(
      Reader reader,
      PromptRenderer renderer,
      RunnerSettings settings,
      AdaptiveLimit limit,
      UnderWay underWay) {
    this.reader = reader;
    this.renderer = renderer;
    this.settings = settings;
    this.limit = limit;
    this.underWay = underWay;
  }

  /** Replies that the reader itself gave, those of the cache left out. */
  long answered() {
    return answered.get();
  }

  /** Tries beyond the first. */
  long retries() {
    return retries.get();
  }

  /**
   * Asks. The request is made, and looked for in the cache, before a place of the limit is waited
   * for, so that nobody holds a place who is not on the wire.
   *
   * @param ready told once, as soon as the trial waits for a place no longer
   * @return the end, or empty where the run was stopped before there was one: the trial stays
   *     planned
   */
  Optional<Finished> ask(PlannedTrial planned, Runnable ready)
      throws IOException, InterruptedException {
    boolean told = false;
    try {
      if (reader instanceof Recording recording) {
        Attempt attempt = recording.answer(planned.sample().id(), planned.epoch());
        return Optional.of(
            new Finished(
                planned.ordinal(), attempt, 1, stated(attempt), List.of(), null, false, null));
      }
      Trial trial = render(planned);
      String request = RequestJson.write(trial.request());
      List<Part.ImagePart> images = images(trial.request());
      @Nullable String key = key(request, planned.epoch());
      Optional<Reply> kept = kept(key);
      if (kept.isPresent()) {
        Attempt attempt = new Attempt.Answered(kept.get());
        return Optional.of(
            new Finished(planned.ordinal(), attempt, 0, request, images, key, true, null));
      }
      Model.Call call = call(trial, planned.sample());
      boolean placed = limit.acquire();
      told = true;
      ready.run();
      return placed ? put(planned, call, request, images, key) : Optional.empty();
    } finally {
      if (!told) {
        ready.run();
      }
    }
  }

  /** What a recording states of what was put, if it states anything. */
  private static @Nullable String stated(Attempt attempt) {
    if (attempt instanceof Attempt.Answered answered) {
      @Nullable Recorded recorded = answered.reply().recorded();
      return recorded == null || recorded.stated().isEmpty()
          ? null
          : StatedJson.write(recorded.stated());
    }
    return null;
  }

  /** Puts the request until it is answered or given up; a place of the limit has been taken. */
  private Optional<Finished> put(
      PlannedTrial planned,
      Model.Call call,
      String request,
      List<Part.ImagePart> images,
      @Nullable String key)
      throws InterruptedException {
    int counted = 0;
    long answeredBefore = answered.get();
    for (int made = 1; ; made++) {
      Attempt attempt = putOnce(call);
      Optional<Duration> wait = Optional.empty();
      switch (attempt) {
        case Attempt.Answered reply -> answered.incrementAndGet();
        case Attempt.Failed lost -> {
          long answeredNow = answered.get();
          boolean busy = lost.kind() == FailureKind.RATE_LIMITED && answeredNow > answeredBefore;
          counted += busy ? 0 : 1;
          answeredBefore = answeredNow;
          wait = settings.retry().next(lost, counted, made, planned.id());
        }
      }
      if (wait.isEmpty()) {
        return Optional.of(
            new Finished(planned.ordinal(), attempt, made, request, images, key, false, null));
      }
      if (!underWay.sleep(settings.clock(), wait.get()) || !limit.acquire()) {
        return Optional.empty();
      }
      retries.incrementAndGet();
    }
  }

  private Model.Call call(Trial trial, Sample sample) {
    return switch (reader) {
      case Model model -> model.call(trial.request());
      case ReferenceReader reference -> () -> reference.answer(trial, sample);
      case Recording recording -> () -> recording.answer(trial.sampleId(), trial.epoch());
    };
  }

  /** One exchange, after which the place of the limit is given back whatever came. */
  private Attempt putOnce(Model.Call call) throws InterruptedException {
    long start = settings.clock().nanos();
    @Nullable Attempt attempt = null;
    try {
      attempt = call.put();
      if (attempt instanceof Attempt.Failed failed
          && failed.kind().remedy() == FailureKind.Remedy.STOP) {
        limit.close(); // before the place is free: the next would fail in the same way
      }
      return attempt;
    } finally {
      if (attempt == null) {
        limit.release();
      } else {
        limit.release(attempt, settings.clock().nanos() - start);
      }
    }
  }

  private Trial render(PlannedTrial planned) throws IOException {
    Presented presented = Arms.byName(planned.arm()).present(planned.sample(), planned.variant());
    return new Trial(
        planned.id(),
        planned.sample().id(),
        planned.arm(),
        planned.variant(),
        planned.epoch(),
        presented,
        renderer.render(presented));
  }

  private @Nullable String key(String request, int epoch) {
    return settings.cache() != null && reader instanceof Model
        ? ResponseCache.key(reader.identity(), request, epoch)
        : null;
  }

  private Optional<Reply> kept(@Nullable String key) {
    @Nullable ResponseCache cache = settings.cache();
    return cache == null || key == null ? Optional.empty() : cache.get(key);
  }

  private static List<Part.ImagePart> images(Request request) {
    return request.messages().stream()
        .map(Message::parts)
        .flatMap(List::stream)
        .filter(Part.ImagePart.class::isInstance)
        .map(Part.ImagePart.class::cast)
        .toList();
  }
}
