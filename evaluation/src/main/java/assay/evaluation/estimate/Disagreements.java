package assay.evaluation.estimate;

import assay.core.AnswerKind;
import assay.evaluation.item.RuleUse;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how often extractors differ from the first of their kind of answer: in what was read, or
 * in whether anything was. Rules that do not apply are left out.
 */
final class Disagreements {

  private final Map<AnswerKind, List<String>> extractors = new EnumMap<>(AnswerKind.class);
  private final Map<Where, List<Sums>> byPlace = new HashMap<>();
  private final Map<Names, Sums> all = new LinkedHashMap<>();

  private record Where(String model, String arm, AnswerKind kind) {}

  private record Names(String model, String arm, String first, String second) {}

  private static final class Sums {
    private final String second;
    private final RuleUse use = new RuleUse();
    private long differing;
    private long answered;

    Sums(String second) {
      this.second = second;
    }
  }

  Disagreements(RuleSet rules) {
    rules
        .byKind()
        .forEach(
            (kind, here) ->
                extractors.put(
                    kind, here.extractors().stream().map(e -> e.descriptor().id()).toList()));
  }

  void add(ScoredTrials.Scored trial) {
    AnswerKind kind = trial.sample().kind();
    List<String> here = extractors.getOrDefault(kind, List.of());
    if (trial.state() != TrialState.ANSWERED || here.size() < 2) {
      return;
    }
    String first = here.getFirst();
    ScoredTrials.ReadingRow one = Rows.reading(trial, first);
    for (Sums sums :
        byPlace.computeIfAbsent(new Where(trial.model(), trial.arm(), kind), this::sums)) {
      ScoredTrials.ReadingRow other = Rows.reading(trial, sums.second);
      sums.answered++;
      sums.use.add(other, kind);
      sums.differing += AnswerJson.same(one.answer(), other.answer()) ? 0 : 1;
    }
  }

  /** Kinds of answer that are read by the same two rules are counted together. */
  private List<Sums> sums(Where where) {
    List<String> here = extractors.getOrDefault(where.kind(), List.of());
    List<Sums> sums = new ArrayList<>();
    for (String second : here.subList(1, here.size())) {
      Names names = new Names(where.model(), where.arm(), here.getFirst(), second);
      sums.add(all.computeIfAbsent(names, n -> new Sums(n.second())));
    }
    return sums;
  }

  List<Results.Disagreement> list() {
    List<Results.Disagreement> list = new ArrayList<>();
    all.forEach(
        (names, sums) -> {
          if (sums.use.applies()) {
            list.add(
                new Results.Disagreement(
                    names.model(),
                    names.arm(),
                    names.first(),
                    names.second(),
                    sums.differing,
                    sums.answered));
          }
        });
    return list;
  }
}
