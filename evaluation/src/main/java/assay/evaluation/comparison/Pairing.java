package assay.evaluation.comparison;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.estimate.WrongLabels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Samples of two sides brought together. What makes a comparison meaningless is refused here; what
 * only makes it doubtful is listed.
 *
 * @param pairs samples with an outcome on both sides, in the first side's order
 * @param asked samples that both were asked, those without an outcome among them
 * @param coverage what became of all samples
 * @param disparities in what the sides are not alike besides their readers
 */
public record Pairing(
    List<Pair> pairs, List<Pair> asked, Coverage coverage, List<Disparity> disparities) {

  private static final int NAMED = 5;

  public Pairing {
    pairs = List.copyOf(pairs);
    asked = List.copyOf(asked);
    disparities = List.copyOf(disparities);
  }

  /**
   * Brings two sides together.
   *
   * @param byId whether samples are paired by their ids: then they must be the same questions
   * @throws AssayException if the benchmarks or scorers differ, no sample has an outcome on both
   *     sides, or the same id stands for different questions
   */
  static Pairing of(Side first, Side second, boolean byId) {
    requireSameMeasure(first, second);
    List<Pair> pairs = new ArrayList<>();
    List<Pair> asked = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    CoverageTally tally = new CoverageTally();
    int firstOnly = 0;
    for (Map.Entry<String, SampleOutcome> entry : first.samples().entrySet()) {
      SampleOutcome one = entry.getValue();
      @Nullable SampleOutcome other = second.samples().get(entry.getKey());
      if (other == null) {
        firstOnly++;
        continue;
      }
      if (byId && !one.content().equals(other.content())) {
        changed.add(one.id());
      }
      Pair pair = new Pair(entry.getKey(), one, other);
      Status status = tally.add(one, other);
      if (status == Status.SCORED) {
        pairs.add(pair);
      }
      if (status != Status.NOT_ASKED) {
        asked.add(pair);
      }
    }
    int common = first.samples().size() - firstOnly;
    int secondOnly = second.samples().size() - common;
    requireSameQuestions(first, second, changed);
    requirePairs(first, second, common, pairs.size());
    return new Pairing(
        pairs, asked, tally.coverage(firstOnly, secondOnly), disparities(first, second));
  }

  /**
   * How much of what one side answered could be read.
   *
   * @param answers replies to the samples that are compared
   * @param unread of them, those in which nothing was read
   */
  public record Reads(long answers, long unread) {

    /** Share of the answers in which nothing was read; 0 where there are none. */
    public double share() {
      return answers == 0 ? 0 : (double) unread / answers;
    }
  }

  /**
   * The same of a part of the samples.
   *
   * @param part pairs among these
   * @param askedOfPart its samples that both were asked
   * @param ofPart what became of all its samples
   */
  Pairing narrowed(List<Pair> part, List<Pair> askedOfPart, Coverage ofPart) {
    return new Pairing(part, askedOfPart, ofPart, disparities);
  }

  /** What missing answers could have said at their worst. */
  List<WrongLabels.Filling> wrongLabels() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Pair pair : asked) {
      for (SampleOutcome side : List.of(pair.first(), pair.second())) {
        if (side.expected() != null) {
          counts.merge(side.expected(), 1, Integer::sum);
          side.given().stream()
              .map(Given::observed)
              .filter(Objects::nonNull)
              .forEach(label -> counts.merge(label, 1, Integer::sum));
        }
      }
    }
    return new WrongLabels(counts).fillings();
  }

  /** The pairs of which every answer of both sides was read. */
  List<Pair> read() {
    return pairs.stream().filter(Pair::isRead).toList();
  }

  /** What one side answered to the samples that are compared. */
  public Reads reads(boolean ofFirst) {
    List<Given> given =
        pairs.stream()
            .flatMap(pair -> (ofFirst ? pair.first() : pair.second()).given().stream())
            .toList();
    return new Reads(given.size(), given.stream().filter(one -> !one.isRead()).count());
  }

  /**
   * What recordings state to have put, in trials of the samples that are compared.
   *
   * @param stated trials for which both sides state it
   * @param differing of them, those in which it is not the same
   */
  public record Prompts(long stated, long differing) {}

  /** Whether both sides were asked in the same words, as far as recordings state them. */
  public Prompts prompts() {
    long stated = 0;
    long differing = 0;
    for (Pair pair : pairs) {
      List<String> one = pair.first().prompts();
      List<String> other = pair.second().prompts();
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        boolean both = !one.get(i).isEmpty() && !other.get(i).isEmpty();
        stated += both ? 1 : 0;
        differing += both && !one.get(i).equals(other.get(i)) ? 1 : 0;
      }
    }
    return new Prompts(stated, differing);
  }

  /** Whether every reply of one side is word for word that of the other. */
  public boolean isOfSameReplies() {
    return pairs.stream()
        .allMatch(
            pair ->
                !pair.first().replies().isEmpty()
                    && pair.first().replies().equals(pair.second().replies()));
  }

  private static void requireSameMeasure(Side first, Side second) {
    if (!first.benchmark().equals(second.benchmark())) {
      throw refused(
          first,
          second,
          "the runs are of different benchmarks, "
              + first.benchmark()
              + " and "
              + second.benchmark(),
          "compare runs of one benchmark; of logs of two programs, 'assay diff RUN RUN' says why"
              + " they differ");
    }
    if (!first.scorer().equals(second.scorer())) {
      throw refused(
          first,
          second,
          "the runs are scored by different rules, " + first.scorer() + " and " + second.scorer(),
          "name one that both have with --scorer, or score one of them again: assay score RUN"
              + " --scorer NAME");
    }
    if (first.address().equals(second.address())) {
      throw refused(
          first,
          second,
          "both sides are the same part of the same run",
          "name two runs, or two parts of one: RUN#arm=… RUN#arm=…");
    }
  }

  private static void requireSameQuestions(Side first, Side second, List<String> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<String> named = changed.subList(0, Math.min(NAMED, changed.size()));
    throw refused(
        first,
        second,
        changed.size()
            + (changed.size() == 1 ? " sample is" : " samples are")
            + " not the same question in both runs (text, options, pictures or gold answer): "
            + String.join(", ", named)
            + (changed.size() > NAMED ? ", …" : ""),
        "run both on the same version of the benchmark and its data; samples that correspond"
            + " without being equal are paired with --by");
  }

  private static void requirePairs(Side first, Side second, int common, int pairs) {
    if (common == 0) {
      throw refused(
          first,
          second,
          "the runs have no sample in common",
          "compare runs of one split; samples that correspond without being equal, such as"
              + " translations, are paired with --by");
    }
    if (pairs == 0) {
      throw refused(
          first,
          second,
          "no sample has a score on both sides, of " + common + " in common",
          "'assay resume' asks what is left; 'assay show RUN --items failed' says what failed");
    }
  }

  private static AssayException refused(Side first, Side second, String what, String remedy) {
    return AssayException.usage(
        Problem.of("cannot compare: " + what)
            .at(
                first.address().equals(second.address())
                    ? first.address()
                    : first.address() + " and " + second.address())
            .remedy(remedy));
  }

  private static List<Disparity> disparities(Side first, Side second) {
    List<Disparity> all = new ArrayList<>();
    if (!first.extractor().equals(second.extractor())) {
      all.add(new Disparity(Disparity.EXTRACTOR, first.extractor(), second.extractor()));
    }
    SequencedSet<String> names = new LinkedHashSet<>(first.settings().keySet());
    names.addAll(second.settings().keySet());
    for (String name : names) {
      String one = first.settings().getOrDefault(name, "");
      String other = second.settings().getOrDefault(name, "");
      // A file that one of them did not need is no difference; nor is what only one states.
      boolean mayLack = name.startsWith(Settings.DATA_FILE) || name.startsWith(Settings.STATED);
      if (!one.equals(other) && !(mayLack && (one.isEmpty() || other.isEmpty()))) {
        all.add(new Disparity(name, one, other));
      }
    }
    return all;
  }
}
