package assay.evaluation.runner;

import assay.core.AssayException;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Message;
import assay.core.exchange.Model;
import assay.core.exchange.Part;
import assay.core.exchange.Presented;
import assay.core.exchange.Reader;
import assay.core.exchange.Recording;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.Trial;
import assay.evaluation.json.RequestJson;
import assay.evaluation.plan.PlannedTrial;
import assay.evaluation.protocol.Arms;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.store.Finished;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.ReplyWriter;
import assay.evaluation.store.ResponseCache;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks every trial of a run that has not ended yet: one virtual thread each, as many at once as
 * {@link AdaptiveLimit} allows. A trial's request is made when its turn comes. What ends is written
 * by one {@link ReplyWriter}.
 */
public final class Runner {

  private final RunFile file;
  private final Reader reader;
  private final PromptRenderer renderer;
  private final RunnerSettings settings;
  private final AdaptiveLimit limit;

  /** Trials that have begun, those waiting to be tried again included; bounds the memory. */
  private final Semaphore started;

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicReference<@Nullable RunOutcome> cut = new AtomicReference<>();
  private final AtomicReference<@Nullable RuntimeException> crash = new AtomicReference<>();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong cached = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();

  public Runner(RunFile file, Reader reader, PromptRenderer renderer, RunnerSettings settings) {
    this.file = file;
    this.reader = reader;
    this.renderer = renderer;
    this.settings = settings;
    this.limit = new AdaptiveLimit(settings.concurrency(), settings.clock());
    this.started = new Semaphore(2 * settings.concurrency());
  }

  /**
   * Starts nothing new from now on; what is under way is waited for and kept. Safe from any thread.
   */
  public void stop() {
    stopping.set(true);
    limit.close();
  }

  /**
   * Asks until all is asked, or something stops it.
   *
   * @throws InterruptedException if the thread is interrupted; what had ended is kept
   */
  public RunOutcome run() throws InterruptedException {
    TrialCounts before = TrialCounts.of(file);
    long total = before.planned() + before.failed() + before.answered();
    long doneBefore = before.failed() + before.answered();
    Phaser underWay = new Phaser(1);
    try (ReplyWriter writer =
            new ReplyWriter(
                file, settings.cache(), finished -> heard(finished, total, doneBefore));
        PendingTrials pending = new PendingTrials(file)) {
      while (!stopping.get()) {
        started.acquire();
        Optional<PlannedTrial> next = pending.next();
        if (next.isEmpty() || !limit.acquire()) {
          break;
        }
        underWay.register();
        PlannedTrial trial = next.get();
        if (reader instanceof Recording) {
          ask(trial, writer, underWay);
        } else {
          Thread.ofVirtual().start(() -> ask(trial, writer, underWay));
        }
      }
      underWay.awaitAdvanceInterruptibly(underWay.arrive());
    }
    @Nullable RuntimeException thrown = crash.get();
    if (thrown != null) {
      throw thrown;
    }
    @Nullable RunOutcome early = cut.get();
    if (early != null) {
      if (early.end() == RunOutcome.End.BUDGET) {
        PendingTrials.skipRest(file, "budget");
      }
      return early;
    }
    return new RunOutcome(stopping.get() ? RunOutcome.End.STOPPED : RunOutcome.End.DONE, "", null);
  }

  private void heard(Finished finished, long total, long doneBefore) {
    long now = done.incrementAndGet();
    if (finished.attempt() instanceof Attempt.Failed && finished.skipped() == null) {
      failed.incrementAndGet();
    }
    if (finished.fromCache()) {
      cached.incrementAndGet();
    }
    settings
        .progress()
        .report(
            new Progress.State(
                total,
                doneBefore + now,
                now,
                failed.get(),
                cached.get(),
                retries.get(),
                limit.current(),
                settings.budget().tokens(),
                settings.budget().cost()));
  }

  private void ask(PlannedTrial planned, ReplyWriter writer, Phaser underWay) {
    boolean held = true;
    try {
      Trial trial = render(planned);
      String canonical = RequestJson.write(trial.request());
      @Nullable String key =
          settings.cache() != null && reader instanceof Model
              ? ResponseCache.key(reader.identity(), canonical, planned.epoch())
              : null;
      Optional<Reply> kept =
          key == null || settings.cache() == null ? Optional.empty() : settings.cache().get(key);
      int attempts = 0;
      Attempt attempt;
      if (kept.isPresent()) {
        attempt = new Attempt.Answered(kept.get());
        limit.release();
        held = false;
      } else {
        while (true) {
          attempts++;
          long start = settings.clock().nanos();
          attempt = put(trial, planned);
          held = false;
          limit.release(attempt, settings.clock().nanos() - start);
          if (!(attempt instanceof Attempt.Failed lost)) {
            break;
          }
          Optional<Duration> wait = settings.retry().next(lost, attempts, planned.id());
          if (wait.isEmpty() || stopping.get()) {
            break;
          }
          retries.incrementAndGet();
          settings.clock().sleep(wait.get());
          if (!limit.acquire()) {
            return; // stopped while waiting: the trial stays planned
          }
          held = true;
        }
      }
      end(
          planned,
          attempt,
          attempts,
          canonical,
          images(trial.request()),
          key,
          kept.isPresent(),
          writer);
    } catch (AssayException | IOException e) {
      cutShort(new RunOutcome(RunOutcome.End.UNUSABLE, String.valueOf(e.getMessage()), null));
      crash.compareAndSet(
          null,
          e instanceof AssayException known ? known : new UncheckedIOException((IOException) e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    } catch (RuntimeException
        | Error e) { // a fault of the program: stop everything and let it be seen
      stop();
      crash.compareAndSet(
          null, e instanceof RuntimeException fault ? fault : new IllegalStateException(e));
    } finally {
      if (held) {
        limit.release();
      }
      started.release();
      underWay.arriveAndDeregister();
    }
  }

  private Trial render(PlannedTrial planned) throws IOException {
    Presented presented = Arms.byName(planned.arm()).present(planned.sample(), planned.variant());
    Request request = renderer.render(presented);
    return new Trial(
        planned.id(),
        planned.sample().id(),
        planned.arm(),
        planned.variant(),
        planned.epoch(),
        presented,
        request);
  }

  private Attempt put(Trial trial, PlannedTrial planned) throws InterruptedException {
    return switch (reader) {
      case Model model -> model.answer(trial.request());
      case ReferenceReader reference -> reference.answer(trial, planned.sample());
      case Recording recording -> recording.answer(trial.sampleId());
    };
  }

  private void end(
      PlannedTrial planned,
      Attempt attempt,
      int attempts,
      String canonical,
      List<Part.ImagePart> images,
      @Nullable String key,
      boolean fromCache,
      ReplyWriter writer)
      throws InterruptedException {
    Attempt end = attempt;
    @Nullable String skipped = null;
    switch (attempt) {
      case Attempt.Answered answered -> {
        if (!fromCache) {
          end = new Attempt.Answered(settings.budget().spend(answered.reply()), answered.pace());
          settings
              .budget()
              .exhausted()
              .ifPresent(why -> cutShort(new RunOutcome(RunOutcome.End.BUDGET, why, null)));
        }
      }
      case Attempt.Failed lost -> {
        end = new Attempt.Failed(lost.kind(), lost.message(), attempts, lost.pace());
        if (lost.kind().remedy() == FailureKind.Remedy.STOP) {
          cutShort(new RunOutcome(RunOutcome.End.UNUSABLE, lost.message(), lost));
        }
        if (lost.kind() == FailureKind.NOT_RECORDED
            && reader instanceof Recording recording
            && recording.partial()) {
          skipped = "not in the partial recording";
        }
      }
    }
    writer.submit(
        new Finished(planned.ordinal(), end, attempts, canonical, images, key, fromCache, skipped));
  }

  private void cutShort(RunOutcome outcome) {
    cut.compareAndSet(null, outcome);
    stop();
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
