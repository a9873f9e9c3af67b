package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the items of a list stand in the right order: Kendall's {@code τ = (C − D) / (n(n −
 * 1)/2)} over the pairs of the reference's n items, C those in its order, D all others: a pair of
 * which an item is missing is not in order. Items that the reference does not have are passed over,
 * the first of items named twice counts. Items are parted by line ends, {@code >}, {@code ;} or,
 * where there is none of these, commas; a number or bullet before an item does not count; they are
 * compared as {@link TextNormalization#plain}. Range −1 to 1, more is better; undefined ({@code no
 * order}) where no reference has two items. Of several references the best counts. For a
 * permutation it is Kendall's τ of the ranks.
 */
public final class OrderScorer implements Scorer {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "order-kendall",
          1,
          "Kendall's tau over the pairs of the right list's items",
          "Kendall 1938");
  private static final ScoreRange RANGE = new ScoreRange(-1, 1);
  private static final Set<AnswerKind> KINDS =
      Collections.unmodifiableSet(EnumSet.of(AnswerKind.TEXT));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Set<AnswerKind> kinds() {
    return KINDS;
  }

  @Override
  public ScoreRange range() {
    return RANGE;
  }

  @Override
  public Score compare(Answer answer, Target target) {
    if (!KINDS.contains(target.kind())) {
      return new Score.Undefined("target of kind " + target.kind().id());
    }
    String said = AnswerTexts.said(answer);
    Map<String, Integer> places = new HashMap<>();
    for (String item : said == null ? List.<String>of() : ListItems.of(said)) {
      places.putIfAbsent(item, places.size());
    }
    double best = Double.NaN;
    for (String reference : AnswerTexts.right(target)) {
      List<String> wanted = ListItems.of(reference);
      if (wanted.size() >= 2) {
        double tau = tau(wanted, places);
        best = Double.isNaN(best) ? tau : Math.max(best, tau);
      }
    }
    return Double.isNaN(best) ? new Score.Undefined("no order") : new Score.Value(best);
  }

  private static double tau(List<String> wanted, Map<String, Integer> places) {
    long inOrder = 0;
    for (int i = 0; i < wanted.size(); i++) {
      Integer first = places.get(wanted.get(i));
      for (int j = i + 1; j < wanted.size() && first != null; j++) {
        Integer second = places.get(wanted.get(j));
        inOrder += second != null && first < second ? 1 : 0;
      }
    }
    long pairs = (long) wanted.size() * (wanted.size() - 1) / 2;
    return (2.0 * inOrder - pairs) / pairs;
  }
}
