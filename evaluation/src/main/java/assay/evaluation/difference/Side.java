package assay.evaluation.difference;

import assay.core.Option;
import assay.core.Sha256;
import assay.core.Target;
import assay.evaluation.item.Item;
import assay.evaluation.item.ItemFilter;
import assay.evaluation.item.Items;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The scored questions of one run, as far as two runs are compared. */
final class Side {

  private final SequencedMap<String, Asked> asked = new LinkedHashMap<>();
  private String extractor = "";
  private String scorer = "";
  private long unscored;

  /**
   * A question with its trials.
   *
   * @param question its words
   * @param options its options, where it has any
   * @param target what is right
   * @param trials those that were scored, in order
   */
  record Asked(String question, List<Option> options, Target target, List<Done> trials) {
    double mean() {
      double sum = 0;
      for (Done trial : trials) {
        sum += trial.score();
      }
      return sum / trials.size();
    }
  }

  /**
   * A trial that was scored.
   *
   * @param key variant and repetition
   * @param epoch the repetition
   * @param score its score
   * @param put what was put
   * @param reply digest of the reply
   * @param read what was read, in a few words; empty where nothing was
   * @param outcome whether it was read
   */
  record Done(
      String key, int epoch, double score, Put put, String reply, String read, String outcome) {}

  /** Of questions that are gathered already. */
  static Side of(SequencedMap<String, Asked> asked, String extractor, String scorer) {
    Side side = new Side();
    side.asked.putAll(asked);
    side.extractor = extractor;
    side.scorer = scorer;
    return side;
  }

  /** Gathers a run's questions: those items that are wanted. */
  static Side of(RunFile file, Items items, Predicate<Item> wanted) {
    Side side = new Side();
    items.show(
        ItemFilter.ALL,
        item -> {
          if (wanted.test(item)) {
            side.add(file, item);
          }
          return true;
        });
    return side;
  }

  private void add(RunFile file, Item item) {
    if (item.score() == null || item.score().undefined() != null || item.reply() == null) {
      unscored++;
      return;
    }
    extractor = joined(extractor, item.extractor());
    scorer = joined(scorer, item.scorer());
    asked
        .computeIfAbsent(
            item.sample().id(),
            id ->
                new Asked(
                    item.sample().question(),
                    item.sample().options(),
                    item.sample().target(),
                    new ArrayList<>()))
        .trials()
        .add(
            new Done(
                item.variant() + "/" + item.epoch(),
                item.epoch(),
                item.score().value(),
                Put.of(file, item),
                Sha256.of(Objects.requireNonNull(item.reply()).text()),
                brief(item),
                item.reading() == null ? "" : item.reading().outcome()));
  }

  private static String joined(String names, String name) {
    if (names.isEmpty() || List.of(names.split("\\+", -1)).contains(name)) {
      return names.isEmpty() ? name : names;
    }
    return names + "+" + name;
  }

  private static String brief(Item item) {
    ScoredTrials.@Nullable ReadingRow reading = item.reading();
    return reading == null || reading.answer() == null ? "" : AnswerJson.brief(reading.answer());
  }

  /** The questions by sample id, in the run's order. */
  SequencedMap<String, Asked> asked() {
    return asked;
  }

  /** How many trials were scored, over all questions. */
  long trials() {
    return asked.values().stream().mapToLong(question -> question.trials().size()).sum();
  }

  /** The mean score over all questions; NaN where there are none. */
  double mean() {
    return asked.values().stream().mapToDouble(Asked::mean).average().orElse(Double.NaN);
  }

  /** Trials without a score. */
  long unscored() {
    return unscored;
  }

  String extractor() {
    return extractor;
  }

  String scorer() {
    return scorer;
  }
}
