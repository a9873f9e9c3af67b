package assay.evaluation.comparison;

import assay.core.Answer;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sha256;
import assay.core.exchange.FailureKind;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.estimate.Labels;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.json.Json;
import assay.evaluation.plan.SkipReason;
import assay.evaluation.store.ScoredTrials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Sums the trials of one sample up, as {@code Reduction} does: their mean is the outcome. */
final class SampleTally {

  private static final int LONGEST_ANSWER = 60;
  private static final int DIGEST = 32;

  private final String id;
  private final String content;
  private final String excerpt;
  private final SequencedMap<String, SequencedSet<String>> slices;
  private final @Nullable String cluster;
  private final double chance;
  private final @Nullable String expected;
  private final List<String> references;
  private final List<Given> given = new ArrayList<>(1);
  private final StringBuilder replies = new StringBuilder();
  private final List<String> prompts = new ArrayList<>(1);

  private double sum;
  private int scored;
  private int lost;
  private int unrecorded;
  private int undefined;
  private int answered;
  private int unread;
  private boolean bounded = true;
  private double worst;
  private double best;
  private @Nullable String answer;
  private @Nullable SkipReason leftOut;
  private int trials;

  SampleTally(
      String id,
      String content,
      String excerpt,
      SequencedMap<String, SequencedSet<String>> slices,
      @Nullable String cluster,
      double chance,
      @Nullable String expected,
      List<String> references) {
    this.id = id;
    this.content = content;
    this.excerpt = excerpt;
    this.slices = slices;
    this.cluster = cluster;
    this.chance = chance;
    this.expected = expected;
    this.references = references;
  }

  String id() {
    return id;
  }

  /** Trials of the plan, whatever became of them. */
  int trials() {
    return trials;
  }

  void add(ScoredTrials.Scored trial, String extractor, Scorer scorer) {
    trials++;
    @Nullable ScoreRange range = scorer.range();
    if (range == null) {
      bounded = false;
    } else {
      worst = range.worst();
      best = range.best();
    }
    switch (trial.state()) {
      case SKIPPED -> skip(trial.reason());
      case PLANNED -> lost++;
      case FAILED -> {
        lost++;
        unrecorded += FailureKind.NOT_RECORDED.id().equals(trial.reason()) ? 1 : 0;
      }
      case ANSWERED -> {
        ScoredTrials.@Nullable ReadingRow reading = trial.readings().get(extractor);
        SequencedMap<String, ScoredTrials.ScoreRow> none = new LinkedHashMap<>();
        ScoredTrials.@Nullable ScoreRow score =
            trial.scores().getOrDefault(extractor, none).get(scorer.descriptor().id());
        if (reading == null || score == null) {
          throw stale();
        }
        answered++;
        given.add(given(reading, score));
        unread += reading.isRead() ? 0 : 1;
        if (score.undefined() == null) {
          sum += score.value();
          scored++;
        } else {
          undefined++;
        }
        if (answer == null) {
          answer = reading.answer() == null ? reading.outcome() : cut(reading.answer());
        }
      }
    }
  }

  private Given given(ScoredTrials.ReadingRow reading, ScoredTrials.ScoreRow score) {
    @Nullable Answer read = reading.answer();
    return new Given(
        score.undefined() == null ? score.value() : Double.NaN,
        expected == null || read == null ? null : Labels.of(read),
        reading.isRead(),
        !references.isEmpty() && read instanceof Answer.Text text ? text.text() : "");
  }

  /** Takes in which prompt was stated, trial by trial; empty where none was. */
  void put(String digest) {
    prompts.add(digest);
  }

  /** Takes in what was said, trial by trial. */
  void said(String digest) {
    replies.append(digest);
  }

  private static String cut(Answer answer) {
    String brief = AnswerJson.brief(answer);
    int most = brief.codePointCount(0, brief.length());
    return most <= LONGEST_ANSWER
        ? brief
        : brief.substring(0, brief.offsetByCodePoints(0, LONGEST_ANSWER)) + "…";
  }

  /** A trial that was never to be asked is no want; one that the budget cut off is. */
  private void skip(@Nullable String reason) {
    SkipReason why =
        SkipReason.byId(String.valueOf(reason))
            .orElseThrow(() -> Json.damaged("no trial is skipped for '" + reason + "'"));
    if (why.isLeftOut()) {
      leftOut = why;
    } else {
      lost++;
    }
  }

  private AssayException stale() {
    return AssayException.usage(
        Problem.of("the scoring is older than some of the answers, for example to sample " + id)
            .remedy("score the run again: assay score RUN"));
  }

  SampleOutcome outcome() {
    int all = scored + lost;
    boolean whole = lost == 0 && scored > 0;
    boolean open = !whole && !bounded;
    double low = whole ? sum / scored : (sum + lost * worst) / Math.max(1, all);
    double high = whole ? sum / scored : (sum + lost * best) / Math.max(1, all);
    // Without a defined score nothing is known but the range.
    boolean unknown = all == 0;
    Status status = status();
    return new SampleOutcome(
        id,
        content,
        excerpt,
        slices,
        cluster,
        status,
        scored == 0 ? Double.NaN : sum / scored,
        open ? Double.NaN : unknown ? worst : low,
        open ? Double.NaN : unknown ? best : high,
        lost,
        status == Status.NOT_ASKED ? leftOut : null,
        chance,
        answered == 0 ? Double.NaN : (double) unread / answered,
        answer == null ? "" : answer,
        expected,
        references,
        given,
        replies.isEmpty() ? "" : Sha256.of(replies.toString()).substring(0, DIGEST),
        prompts.stream().allMatch(String::isEmpty) ? List.of() : prompts);
  }

  private Status status() {
    if (scored > 0) {
      return Status.SCORED;
    }
    if (undefined > 0) {
      return Status.UNDEFINED;
    }
    if (lost > 0) {
      return lost == unrecorded ? Status.UNRECORDED : Status.FAILED;
    }
    return Status.NOT_ASKED;
  }
}
