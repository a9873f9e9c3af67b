package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.reading.similarity.PrecisionRecall;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;

/**
 * How far a set that was named and the right set overlap: S what was named, T what is right.
 *
 * <ul>
 *   <li>F1: {@code 2|S∩T| / (|S| + |T|)}; Jaccard: {@code |S∩T| / |S∪T|}; recall: {@code |S∩T| /
 *       |T|}; precision: {@code |S∩T| / |S|};
 *   <li>all-correct share: {@code |S∩T| / |T|} where nothing wrong is named, else 0, the partial
 *       credit of examinations with several right options.
 * </ul>
 *
 * Range 0 to 1, more is better. Two empty sets are equal and score 1; otherwise a share of an empty
 * set is 0. An answer of another kind scores 0. Labels are compared without regard to case and to
 * blanks and full stops around them. Codes are compared level by level after {@link CodeLevels}.
 */
public final class SetOverlapScorer implements Scorer {

  private final Descriptor descriptor;
  private final Set<AnswerKind> kinds;
  private final UnaryOperator<SortedSet<String>> widened;
  private final ToDoubleBiFunction<SortedSet<String>, SortedSet<String>> formula;

  private SetOverlapScorer(
      Descriptor descriptor,
      AnswerKind kind,
      UnaryOperator<SortedSet<String>> widened,
      ToDoubleBiFunction<SortedSet<String>, SortedSet<String>> formula) {
    this.descriptor = descriptor;
    kinds = Collections.unmodifiableSet(EnumSet.of(kind));
    this.widened = widened;
    this.formula = formula;
  }

  /** {@code labels-f1}. */
  public static SetOverlapScorer labelsF1() {
    return labels(
        "labels-f1",
        "F1 of the set of labels, case apart",
        AnswerTexts::labels,
        SetOverlapScorer::f1);
  }

  /** {@code labels-jaccard}. */
  public static SetOverlapScorer labelsJaccard() {
    return labels(
        "labels-jaccard",
        "labels in both sets as a share of those in either, case apart",
        AnswerTexts::labels,
        SetOverlapScorer::jaccard);
  }

  /** {@code labels-recall}. */
  public static SetOverlapScorer labelsRecall() {
    return labels(
        "labels-recall",
        "share of the right labels that are named, case apart",
        AnswerTexts::labels,
        (said, wanted) -> parts(said, wanted).recall());
  }

  /** {@code labels-precision}. */
  public static SetOverlapScorer labelsPrecision() {
    return labels(
        "labels-precision",
        "share of the labels named that are right, case apart",
        AnswerTexts::labels,
        (said, wanted) -> parts(said, wanted).precision());
  }

  /** {@code choice-jaccard}: of keys. */
  public static SetOverlapScorer choiceJaccard() {
    return choice(
        "choice-jaccard",
        "keys in both sets as a share of those in either",
        SetOverlapScorer::jaccard);
  }

  /** {@code choice-partial}: share of the right keys, 0 where a wrong one is named. */
  public static SetOverlapScorer choicePartial() {
    return choice(
        "choice-partial",
        "share of the right keys that are named, 0 with a wrong one among them",
        (said, wanted) -> wanted.containsAll(said) ? parts(said, wanted).recall() : 0);
  }

  /** {@code codes-category}: F1 of the three-character categories. */
  public static SetOverlapScorer codesCategory() {
    return codes(
        "codes-category",
        "F1 of the categories (the first three characters) of ICD-like codes",
        CodeLevels::categories);
  }

  /** {@code codes-subcategory}: F1 of the codes cut to four characters. */
  public static SetOverlapScorer codesSubcategory() {
    return codes(
        "codes-subcategory",
        "F1 of ICD-like codes cut to their first four characters",
        CodeLevels::subcategories);
  }

  /** {@code codes-full}: F1 of the codes, dots and case apart. */
  public static SetOverlapScorer codesFull() {
    return codes("codes-full", "F1 of ICD-like codes, dots and case apart", CodeLevels::full);
  }

  /** {@code codes-hierarchical}: F1 of the codes with all their ancestors. */
  public static SetOverlapScorer codesHierarchical() {
    return codes(
        "codes-hierarchical",
        "F1 of ICD-like codes, each with its ancestors (Kiritchenko et al. 2006)",
        CodeLevels::withAncestors);
  }

  private static SetOverlapScorer labels(
      String name,
      String title,
      UnaryOperator<SortedSet<String>> widened,
      ToDoubleBiFunction<SortedSet<String>, SortedSet<String>> formula) {
    return new SetOverlapScorer(
        new Descriptor(name, 1, title, "Godbole and Sarawagi 2004; sample-wise, as scikit-learn's"),
        AnswerKind.LABELS,
        widened,
        formula);
  }

  private static SetOverlapScorer codes(
      String name, String title, UnaryOperator<SortedSet<String>> widened) {
    return new SetOverlapScorer(
        new Descriptor(
            name, 1, title, "Kiritchenko et al. 2006; Edin et al. 2023, arXiv:2304.10909"),
        AnswerKind.LABELS,
        widened,
        SetOverlapScorer::f1);
  }

  private static SetOverlapScorer choice(
      String name, String title, ToDoubleBiFunction<SortedSet<String>, SortedSet<String>> formula) {
    return new SetOverlapScorer(
        new Descriptor(name, 1, title, "Godbole and Sarawagi 2004"),
        AnswerKind.CHOICE,
        sets -> sets,
        formula);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Set<AnswerKind> kinds() {
    return kinds;
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public Score compare(Answer answer, Target target) {
    return switch (target) {
      case Target.Choice wanted when kinds.contains(AnswerKind.CHOICE) ->
          answer instanceof Answer.Choice said
              ? of(said.keys(), wanted.keys())
              : new Score.Value(0);
      case Target.Labels wanted when kinds.contains(AnswerKind.LABELS) ->
          answer instanceof Answer.Labels said
              ? of(widened.apply(said.labels()), widened.apply(wanted.labels()))
              : new Score.Value(0);
      case Target.Choice other -> undefined(other);
      case Target.Labels other -> undefined(other);
      case Target.YesNo other -> undefined(other);
      case Target.Text other -> undefined(other);
      case Target.Number other -> undefined(other);
      case Target.Date other -> undefined(other);
      case Target.Unstated other -> undefined(other);
    };
  }

  private static Score undefined(Target target) {
    return new Score.Undefined("target of kind " + target.kind().id());
  }

  private Score of(SortedSet<String> said, SortedSet<String> wanted) {
    return new Score.Value(
        said.isEmpty() && wanted.isEmpty() ? 1 : formula.applyAsDouble(said, wanted));
  }

  private static PrecisionRecall parts(SortedSet<String> said, SortedSet<String> wanted) {
    SortedSet<String> both = new TreeSet<>(said);
    both.retainAll(wanted);
    return PrecisionRecall.of(both.size(), said.size(), wanted.size());
  }

  private static double f1(SortedSet<String> said, SortedSet<String> wanted) {
    SortedSet<String> both = new TreeSet<>(said);
    both.retainAll(wanted);
    return 2.0 * both.size() / (said.size() + wanted.size());
  }

  private static double jaccard(SortedSet<String> said, SortedSet<String> wanted) {
    SortedSet<String> both = new TreeSet<>(said);
    both.retainAll(wanted);
    return (double) both.size() / (said.size() + wanted.size() - both.size());
  }
}
