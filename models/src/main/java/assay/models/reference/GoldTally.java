package assay.models.reference;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.Target;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent gold answer of each kind among the samples of a pool: what somebody would say
 * who knows the answer sheet and no question. Among equally frequent ones it is the first in the
 * order of their texts. Only the first {@value #MOST} different ones of a kind are counted, so that
 * memory is bounded; where all differ none is more frequent anyhow.
 */
public final class GoldTally {

  private static final int MOST = 100_000;

  private final SequencedMap<AnswerKind, Answer> mostFrequent;

  private GoldTally(SequencedMap<AnswerKind, Answer> mostFrequent) {
    this.mostFrequent = Collections.unmodifiableSequencedMap(mostFrequent);
  }

  /** Counts the gold of every sample of a pool, in one pass. */
  public static GoldTally of(SamplePool pool) {
    Map<AnswerKind, Map<String, Count>> counts = new EnumMap<>(AnswerKind.class);
    try (Stream<Sample> samples = pool.samples()) {
      samples.forEach(sample -> count(sample.target(), counts));
    }
    SequencedMap<AnswerKind, Answer> most = new LinkedHashMap<>();
    counts.forEach(
        (kind, golds) ->
            golds.entrySet().stream()
                .max(
                    Entry.<String, Count>comparingByValue()
                        .thenComparing(Entry.<String, Count>comparingByKey().reversed()))
                .ifPresent(gold -> most.put(kind, gold.getValue().answer)));
    return new GoldTally(most);
  }

  /** The most frequent gold of a kind; empty where the pool has none of it. */
  public Optional<Answer> mostFrequent(AnswerKind kind) {
    return Optional.ofNullable(mostFrequent.get(kind));
  }

  private static void count(Target target, Map<AnswerKind, Map<String, Count>> counts) {
    @Nullable Answer answer = answer(target);
    if (answer == null) {
      return;
    }
    Map<String, Count> golds = counts.computeIfAbsent(target.kind(), kind -> new HashMap<>());
    String key = CanonicalReply.of(answer);
    Count count = golds.get(key);
    if (count != null) {
      count.times++;
    } else if (golds.size() < MOST) {
      golds.put(key, new Count(answer));
    }
  }

  /** The right answer; null where it is not stated. */
  private static @Nullable Answer answer(Target target) {
    return switch (target) {
      case Target.Choice choice -> new Answer.Choice(choice.keys());
      case Target.YesNo yesNo -> new Answer.YesNo(yesNo.yes());
      case Target.Text text -> new Answer.Text(text.references().getFirst());
      case Target.Number number -> new Answer.Number(RightAnswer.number(number), number.unit());
      case Target.Date date -> new Answer.Date(date.day());
      case Target.Labels labels -> new Answer.Labels(labels.labels());
      case Target.Unstated unstated -> null;
    };
  }

  private static final class Count implements Comparable<Count> {
    private final Answer answer;
    private long times = 1;

    Count(Answer answer) {
      this.answer = answer;
    }

    @Override
    public int compareTo(Count other) {
      return Long.compare(times, other.times);
    }
  }
}
