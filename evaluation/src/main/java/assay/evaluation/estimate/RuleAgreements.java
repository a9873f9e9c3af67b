package assay.evaluation.estimate;

import assay.core.AnswerKind;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialState;
import assay.statistics.Estimate;
import assay.statistics.agreement.CohenKappa;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the extractors of a scoring, in one pass that keeps a number an answer and rule. */
public final class RuleAgreements {

  private static final int MOST_CLASSES = 100;
  private static final double LEVEL = 0.95;
  private static final String NOT_READ = "";

  /** Why a rule reads nothing where replies lack what it reads. */
  private static final Set<String> LACKING =
      Set.of(
          "no log-probabilities", "no log-likelihood for each option", "recording says no reading");

  private record Where(String model, String arm, AnswerKind kind) {}

  private RuleAgreements() {}

  /** The agreement of a scoring's extractors, for each reader, arm and kind of answer. */
  public static List<RuleAgreement> of(RunFile file, RuleSet rules, long scoring) {
    Map<Where, Sums> byWhere = new LinkedHashMap<>();
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
        AnswerKind kind = trial.sample().kind();
        RuleSet.Rules here = rules.of(kind);
        if (trial.state() == TrialState.ANSWERED && !here.scorers().isEmpty()) {
          byWhere
              .computeIfAbsent(new Where(trial.model(), trial.arm(), kind), where -> new Sums(here))
              .add(trial, kind);
        }
      }
    }
    List<RuleAgreement> agreements = new ArrayList<>();
    byWhere.forEach((where, sums) -> agreements.add(sums.result(where)));
    return agreements;
  }

  /** What one extractor read, as a class for each answer. */
  private static final class Column {
    private final String extractor;
    private int[] classes = new int[64];
    private double score;
    private long scored;
    private long read;
    private long guessed;
    private long differing;
    private boolean ofKind;
    private boolean fits = true;

    Column(String extractor) {
      this.extractor = extractor;
    }

    /** Whether anything was read, or could have been. */
    boolean applicable() {
      return read > 0 ? ofKind : fits;
    }
  }

  private static final class Sums {
    private final List<Column> columns;
    private final String scorer;
    private final Map<String, Integer> codes = new HashMap<>();
    private int n;

    Sums(RuleSet.Rules rules) {
      this.columns = rules.extractors().stream().map(e -> new Column(e.descriptor().id())).toList();
      this.scorer = rules.scorers().getFirst().descriptor().id();
      codes.put(NOT_READ, 0);
    }

    void add(ScoredTrials.Scored trial, AnswerKind kind) {
      ScoredTrials.ReadingRow first = Rows.reading(trial, columns.getFirst().extractor);
      for (Column column : columns) {
        ScoredTrials.ReadingRow reading = Rows.reading(trial, column.extractor);
        ScoredTrials.ScoreRow score = Rows.score(trial, column.extractor, scorer);
        if (score.undefined() == null) {
          column.score += score.value();
          column.scored++;
        }
        column.read += reading.isRead() ? 1 : 0;
        column.guessed += reading.guessed() ? 1 : 0;
        column.differing += AnswerJson.same(first.answer(), reading.answer()) ? 0 : 1;
        column.ofKind |= reading.answer() != null && reading.answer().kind() == kind;
        column.fits &= reading.isRead() || !LACKING.contains(String.valueOf(reading.reason()));
        if (n == column.classes.length) {
          column.classes = Arrays.copyOf(column.classes, 2 * n);
        }
        String said =
            reading.answer() == null
                ? NOT_READ
                : "=" + AnswerJson.brief(reading.answer()).toLowerCase(Locale.ROOT);
        column.classes[n] = codes.computeIfAbsent(said, text -> codes.size());
      }
      n++;
    }

    RuleAgreement result(Where where) {
      List<RuleAgreement.OfRule> rules = new ArrayList<>();
      for (Column column : columns) {
        List<@Nullable Double> kappas = new ArrayList<>();
        columns.forEach(other -> kappas.add(kappa(column, other)));
        double sum = 0;
        int known = 0;
        for (@Nullable Double kappa : kappas) {
          sum += kappa == null ? 0 : kappa;
          known += kappa == null ? 0 : 1;
        }
        boolean scored = column.applicable() && column.scored > 0;
        rules.add(
            new RuleAgreement.OfRule(
                column.extractor,
                column.applicable(),
                scored ? Double.valueOf(column.score / column.scored) : null,
                column.read,
                n - column.read,
                column.guessed,
                column.differing,
                kappas,
                known == 0 ? null : Double.valueOf(sum / known)));
      }
      return new RuleAgreement(where.model(), where.arm(), where.kind(), scorer, n, rules);
    }

    private @Nullable Double kappa(Column one, Column other) {
      if (one == other || !one.applicable() || !other.applicable() || codes.size() > MOST_CLASSES) {
        return null;
      }
      Estimate estimate =
          CohenKappa.of(
              Arrays.copyOf(one.classes, n), Arrays.copyOf(other.classes, n), codes.size(), LEVEL);
      return estimate instanceof Estimate.Known known ? Double.valueOf(known.value()) : null;
    }
  }
}
