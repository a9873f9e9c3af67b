package assay.evaluation.scoring;

import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Lacking;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.Scorer;
import assay.evaluation.protocol.Arms;
import assay.evaluation.store.AnsweredTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoringWriter;
import assay.reading.judge.JudgeExtractor;
import assay.reading.scorer.RecordedScorer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads and scores every answered trial of a run again, by named rules, without asking anybody.
 * Batches are scored by several threads and written in the plan's order, so the number of threads
 * reaches no result; a few batches are in memory at once.
 */
public final class ScoringPass {

  private ScoringPass() {}

  /**
   * Makes a new scoring; whole or not at all.
   *
   * @param version version of Assay, kept with the scoring
   * @return the scoring's number
   */
  public static long run(RunFile file, RuleSet rules, String version) {
    return run(file, rules, version, () -> {});
  }

  /** Says whether a scoring may be kept, by throwing where it may not. */
  @FunctionalInterface
  public interface Approval {
    /**
     * Called when everything is scored, before it is kept.
     *
     * @param inapplicable ids of the extractors that read none of the replies because these lack
     *     what they read, and what that is
     */
    void require(SequencedMap<String, Lacking> inapplicable);
  }

  /**
   * Makes a new scoring, unless it turns out meanwhile that it must not be kept.
   *
   * @param approval where it throws, nothing of the scoring stays
   */
  public static long run(RunFile file, RuleSet rules, String version, Approval approval) {
    return run(file, rules, version, Runtime.getRuntime().availableProcessors(), approval);
  }

  /**
   * Makes a new scoring, unless it turns out meanwhile that it must not be kept.
   *
   * @param approval called when everything is scored, before it is kept; where it throws, nothing
   *     of the scoring stays
   */
  public static long run(RunFile file, RuleSet rules, String version, Runnable approval) {
    return run(file, rules, version, inapplicable -> approval.run());
  }

  static long run(RunFile file, RuleSet rules, String version, int threads, Approval approval) {
    Inapplicable inapplicable = new Inapplicable();
    try (AnsweredTrials trials = new AnsweredTrials(file, judges(rules));
        ScoringWriter writer = new ScoringWriter(file, rules.json(), version);
        ExecutorService reading = pool(1, "assay-reading");
        ExecutorService scoring = pool(threads, "assay-scoring")) {
      Deque<CompletableFuture<List<Made>>> underWay = new ArrayDeque<>();
      AtomicBoolean more = new AtomicBoolean(true);
      while (true) {
        while (more.get() && underWay.size() < threads + 2) {
          underWay.add(
              CompletableFuture.supplyAsync(() -> next(trials, more), reading)
                  .thenApplyAsync(batch -> score(batch, rules), scoring));
        }
        if (underWay.isEmpty()) {
          approval.require(inapplicable.rules());
          return writer.commit();
        }
        write(join(underWay.remove()), writer, inapplicable);
      }
    }
  }

  private static ExecutorService pool(int threads, String name) {
    return Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  private static List<AnsweredTrials.Answered> next(AnsweredTrials trials, AtomicBoolean more) {
    List<AnsweredTrials.Answered> batch = trials.next();
    if (batch.isEmpty()) {
      more.set(false);
    }
    return batch;
  }

  private static List<Made> join(CompletableFuture<List<Made>> batch) {
    try {
      return batch.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }

  /** What an extractor and the scorers behind it made of a trial. */
  private record Made(long trial, String extractor, Reading reading, List<ByScorer> scores) {}

  private record ByScorer(String scorer, Score score) {}

  private static List<Made> score(List<AnsweredTrials.Answered> batch, RuleSet rules) {
    List<Made> made = new ArrayList<>();
    @Nullable Sample sample = null;
    long number = -1;
    for (AnsweredTrials.Answered trial : batch) {
      if (sample == null || trial.sampleNumber() != number) {
        sample = trial.sample();
        number = trial.sampleNumber();
      }
      score(trial, sample, rules, made);
    }
    return made;
  }

  private static void score(
      AnsweredTrials.Answered trial, Sample sample, RuleSet rules, List<Made> made) {
    Presented presented = Arms.byName(trial.arm()).present(sample, trial.variant());
    RuleSet.Rules here = rules.of(sample.kind());
    for (Extractor extractor : here.extractors()) {
      String extractorId = extractor.descriptor().id();
      try {
        Reading reading = read(extractor, trial, presented);
        @Nullable String unstated = Unstated.reason(extractor, reading, trial.reply());
        List<ByScorer> scores = new ArrayList<>(here.scorers().size());
        for (Scorer scorer : here.scorers()) {
          Score score = compare(scorer, reading, unstated, sample, trial.reply());
          scores.add(new ByScorer(scorer.descriptor().id(), score));
        }
        made.add(new Made(trial.ordinal(), extractorId, reading, scores));
      } catch (RuntimeException e) { // a fault of a rule: say where it came to light
        throw new IllegalStateException(
            "the rule " + extractorId + " failed on a reply to sample " + sample.id(), e);
      }
    }
  }

  private static Reading read(
      Extractor extractor, AnsweredTrials.Answered trial, Presented presented) {
    return extractor instanceof JudgeExtractor judge
        ? judge.read(trial.judged().get(judge.judge()), trial.reply(), presented)
        : extractor.read(trial.reply(), presented);
  }

  private static List<String> judges(RuleSet rules) {
    return rules.byKind().values().stream()
        .flatMap(here -> here.extractors().stream())
        .filter(JudgeExtractor.class::isInstance)
        .map(rule -> ((JudgeExtractor) rule).judge())
        .distinct()
        .toList();
  }

  /** A score that the recording states stands also where it states no reading. */
  private static Score compare(
      Scorer scorer, Reading reading, @Nullable String unstated, Sample sample, Reply reply) {
    boolean recorded = scorer.descriptor().name().equals(RecordedScorer.NAME);
    if (unstated != null && !(recorded && unstated.equals(Lacking.RECORDED_READING.reason()))) {
      return new Score.Undefined(unstated);
    }
    if (!recorded && sample.target() instanceof Target.Unstated) {
      return new Score.Undefined(Unstated.RIGHT_ANSWER);
    }
    return recorded
        ? RecordedScorer.score(reply.recorded() == null ? null : reply.recorded().score())
        : scorer.score(reading, sample.target());
  }

  /** Which extractors read nothing because replies lack what they read. */
  private static final class Inapplicable {

    private final Set<String> reading = new HashSet<>();
    private final SequencedMap<String, Lacking> lacking = new LinkedHashMap<>();

    void add(String extractor, Reading reading) {
      switch (reading) {
        case Reading.Read read -> this.reading.add(extractor);
        case Reading.Unreadable(String reason) ->
            Lacking.byReason(reason).ifPresent(what -> lacking.putIfAbsent(extractor, what));
        case Reading.Refused refused -> {}
        case Reading.Truncated truncated -> {}
      }
    }

    SequencedMap<String, Lacking> rules() {
      SequencedMap<String, Lacking> rules = new LinkedHashMap<>(lacking);
      rules.keySet().removeAll(reading);
      return rules;
    }
  }

  private static void write(List<Made> batch, ScoringWriter writer, Inapplicable inapplicable) {
    for (Made made : batch) {
      inapplicable.add(made.extractor(), made.reading());
      writer.reading(made.trial(), made.extractor(), made.reading());
      for (ByScorer by : made.scores()) {
        writer.score(made.trial(), made.extractor(), by.scorer(), by.score());
      }
    }
  }
}
