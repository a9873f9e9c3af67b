package assay.evaluation.estimate;

import assay.core.AnswerKind;
import assay.evaluation.item.RuleUse;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.scoring.Unstated;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialState;
import assay.statistics.agreement.CohenKappa;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Compares the extractors of a scoring, in one pass that keeps, for each reader, arm and kind, how
 * often each rule read what (up to {@link ClassCounts#MOST} different answers) and how often each
 * two read the same.
 */
public final class RuleAgreements {

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

  /** What one extractor read. */
  private static final class Column {
    private final String extractor;
    private final RuleUse use = new RuleUse();
    private final ClassCounts classes = new ClassCounts();
    private double score;
    private long scored;
    private long read;
    private long guessed;
    private long differing;

    Column(String extractor) {
      this.extractor = extractor;
    }

    boolean counts(long answers) {
      return use.counts() && RuleAgreement.isEnough(read, answers);
    }
  }

  private static final class Sums {
    private final List<Column> columns;
    private final String scorer;
    private final long[] here;
    private final boolean[] stated;
    private final long[][] both;
    private final long[][] agreed;

    /** What each rule read where another had nothing to say, by the other's number. */
    private final List<Map<Integer, ClassCounts>> alone;

    private long n;

    Sums(RuleSet.Rules rules) {
      this.columns = rules.extractors().stream().map(e -> new Column(e.descriptor().id())).toList();
      this.scorer = rules.scorers().getFirst().descriptor().id();
      this.here = new long[columns.size()];
      this.stated = new boolean[columns.size()];
      this.both = new long[columns.size()][columns.size()];
      this.agreed = new long[columns.size()][columns.size()];
      this.alone = new ArrayList<>();
      columns.forEach(column -> alone.add(new HashMap<>()));
    }

    void add(ScoredTrials.Scored trial, AnswerKind kind) {
      ScoredTrials.ReadingRow first = Rows.reading(trial, columns.getFirst().extractor);
      for (int i = 0; i < here.length; i++) {
        Column column = columns.get(i);
        ScoredTrials.ReadingRow reading = Rows.reading(trial, column.extractor);
        ScoredTrials.ScoreRow score = Rows.score(trial, column.extractor, scorer);
        if (score.undefined() == null) {
          column.score += score.value();
          column.scored++;
        }
        column.read += reading.isRead() ? 1 : 0;
        column.guessed += reading.guessed() ? 1 : 0;
        column.use.add(reading, kind);
        stated[i] = !Unstated.isReason(score.undefined());
        here[i] =
            reading.answer() == null
                ? ClassCounts.NOT_READ
                : ClassCounts.digest(AnswerJson.brief(reading.answer()).toLowerCase(Locale.ROOT));
        if (stated[0] && stated[i]) {
          column.differing += AnswerJson.same(first.answer(), reading.answer()) ? 0 : 1;
        }
      }
      n++;
      agree();
    }

    /** Takes each two rules of which both have something to say of the answer. */
    private void agree() {
      for (int i = 0; i < here.length; i++) {
        if (!stated[i]) {
          continue;
        }
        columns.get(i).classes.add(here[i]);
        for (int j = 0; j < here.length; j++) {
          if (!stated[j]) {
            Objects.requireNonNull(alone.get(i).computeIfAbsent(j, silent -> new ClassCounts()))
                .add(here[i]);
          } else if (j < i) {
            both[i][j]++;
            agreed[i][j] += here[i] == here[j] ? 1 : 0;
          }
        }
      }
    }

    private ClassCounts withBoth(int rule, int other) {
      ClassCounts without = alone.get(rule).get(other);
      ClassCounts all = columns.get(rule).classes;
      return without == null ? all : all.without(without);
    }

    RuleAgreement result(Where where) {
      List<RuleAgreement.OfRule> rules = new ArrayList<>();
      for (int i = 0; i < here.length; i++) {
        Column column = columns.get(i);
        List<@Nullable Double> kappas = new ArrayList<>();
        double sum = 0;
        int known = 0;
        for (int j = 0; j < here.length; j++) {
          @Nullable Double kappa = i == j ? null : kappa(Math.max(i, j), Math.min(i, j));
          kappas.add(kappa);
          if (kappa != null && columns.get(j).counts(n)) {
            sum += kappa;
            known++;
          }
        }
        boolean scored = column.use.applies() && column.scored > 0;
        rules.add(
            new RuleAgreement.OfRule(
                column.extractor,
                column.use.applies(),
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

    private @Nullable Double kappa(int later, int earlier) {
      long seen = both[later][earlier];
      if (seen == 0 || !columns.get(later).use.applies() || !columns.get(earlier).use.applies()) {
        return null;
      }
      ClassCounts one = withBoth(later, earlier);
      ClassCounts other = withBoth(earlier, later);
      if (one.isFull() || other.isFull()) {
        return null;
      }
      OptionalDouble kappa = CohenKappa.fromSums(seen, agreed[later][earlier], one.products(other));
      return kappa.isPresent() ? Double.valueOf(kappa.getAsDouble()) : null;
    }
  }
}
