package assay.evaluation.item;

import assay.core.AssayException;
import assay.core.measure.Extractor;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialContent;
import assay.evaluation.store.TrialState;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through the items of a run. */
public final class Items {

  private final RunFile file;
  private final RuleSet rules;
  private final long scoring;
  private final @Nullable String extractor;
  private final @Nullable String scorer;

  /**
   * The items of a scoring.
   *
   * @param extractor name of the rule that read, with or without version; null for each kind's
   *     first
   * @param scorer name of the rule that scored, likewise
   */
  public Items(
      RunFile file,
      RuleSet rules,
      long scoring,
      @Nullable String extractor,
      @Nullable String scorer) {
    this.file = file;
    this.rules = rules;
    this.scoring = scoring;
    this.extractor = extractor;
    this.scorer = scorer;
  }

  /**
   * Shows every item that belongs to the filter, in the plan's order; replies are read one at a
   * time.
   *
   * @param each is shown the items; says whether it wants more
   * @throws AssayException if the scoring has no extractor or scorer of that name
   */
  public void show(ItemFilter filter, Predicate<Item> each) {
    @Nullable ApplicableRules applicable =
        filter == ItemFilter.DISAGREE ? ApplicableRules.of(file, scoring) : null;
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
        RuleSet.Rules here = rules.of(trial.sample().kind());
        Extractor read = here.extractor(extractor);
        Scorer scored = here.scorer(scorer);
        Item item =
            item(
                trial,
                read.descriptor().id(),
                scored.descriptor().id(),
                extractor -> applicable != null && applicable.apply(trial, extractor));
        if (filter.accepts(item, best(scored)) && !each.test(withReply(item))) {
          return;
        }
      }
    }
  }

  /**
   * The answers that rules read differently, those over which most differ first. Rules that do not
   * apply, or read none of the answers, have no say, and their readings are left out.
   *
   * @param most how many to list at most
   * @param which which answers are looked at
   * @param silence whether a rule that read nothing of an answer differs from one that did
   * @param wanted which items are looked at
   */
  public Contested contested(
      int most, ItemFilter which, Contested.Silence silence, Predicate<Item> wanted) {
    ContestedSums sums = new ContestedSums(most, silence);
    eachAnswered(which, wanted, (item, counting) -> sums.add(item.with(counting)));
    return sums.result(this::withReply);
  }

  /**
   * Gives every answer that rules read differently, in the plan's order, none kept; with what all
   * rules read.
   *
   * @param which which answers are looked at
   * @param silence whether a rule that read nothing of an answer differs from one that did
   * @param wanted which items are looked at
   */
  public void eachContested(
      ItemFilter which, Contested.Silence silence, Predicate<Item> wanted, Consumer<Item> each) {
    eachAnswered(
        which,
        wanted,
        (item, counting) -> {
          ContestedSums one = new ContestedSums(1, silence);
          one.add(item.with(counting));
          if (one.any()) {
            each.accept(withReply(item));
          }
        });
  }

  /** Gives answers with the readings of those rules that apply and read any. */
  private void eachAnswered(
      ItemFilter which,
      Predicate<Item> wanted,
      BiConsumer<Item, SequencedMap<String, ScoredTrials.ReadingRow>> each) {
    ApplicableRules applicable = ApplicableRules.of(file, scoring);
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
        RuleSet.Rules here = rules.of(trial.sample().kind());
        Scorer scored = here.scorer(scorer);
        Item item =
            item(
                trial,
                here.extractor(extractor).descriptor().id(),
                scored.descriptor().id(),
                other -> applicable.apply(trial, other));
        if (trial.state() == TrialState.ANSWERED
            && which.accepts(item, best(scored))
            && wanted.test(item)) {
          SequencedMap<String, ScoredTrials.ReadingRow> counting =
              new LinkedHashMap<>(trial.readings());
          counting.keySet().removeIf(rule -> !applicable.count(trial, rule));
          each.accept(item, counting);
        }
      }
    }
  }

  /** The best score; not a number where the scorer has no range. */
  private static double best(Scorer scorer) {
    @Nullable ScoreRange range = scorer.range();
    return range == null ? Double.NaN : range.best();
  }

  private static Item item(
      ScoredTrials.Scored trial, String read, String scored, Predicate<String> applies) {
    ScoredTrials.@Nullable ReadingRow reading = trial.readings().get(read);
    boolean disagrees =
        reading != null
            && trial.readings().entrySet().stream()
                .anyMatch(
                    other ->
                        !AnswerJson.same(other.getValue().answer(), reading.answer())
                            && applies.test(other.getKey()));
    return new Item(
        trial.ordinal(),
        trial.model(),
        trial.sample(),
        trial.arm(),
        trial.variant(),
        trial.epoch(),
        trial.state(),
        trial.reason(),
        trial.message(),
        null,
        read,
        reading,
        scored,
        trial.scores().containsKey(read) ? trial.scores().get(read).get(scored) : null,
        disagrees,
        trial.readings());
  }

  /** Replies are read of those items alone that are shown. */
  private Item withReply(Item item) {
    return item.state() == TrialState.ANSWERED
        ? item.with(TrialContent.reply(file, item.ordinal()).orElse(null))
        : item;
  }
}
