package assay.reading.scorer;

import assay.core.measure.Descriptor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * The two rules of GeneTuring and GeneHop that give a part of the credit, answers as {@code
 * genegpt} reads them. Range 0 to 1, more is better; undefined where no reference holds anything.
 *
 * <ul>
 *   <li>{@code genegpt-items}: the share of the reference's items, parted by a comma and a blank,
 *       that are among the answer's; case counts;
 *   <li>{@code genegpt-alignment}: 1 where equal, 0.5 where the part before the first colon (the
 *       chromosome) is, else 0.
 * </ul>
 */
public final class GeneGptScorer extends TextMeasureScorer {

  private static final String SOURCE =
      "Jin et al. 2024, arXiv:2304.09667; evaluate.py of github.com/ncbi/GeneGPT, 0a2a327";

  private final ToDoubleBiFunction<String, String> rule;

  private GeneGptScorer(Descriptor descriptor, ToDoubleBiFunction<String, String> rule) {
    super(descriptor);
    this.rule = rule;
  }

  /** {@code genegpt-items}. */
  public static GeneGptScorer items() {
    return new GeneGptScorer(
        new Descriptor("genegpt-items", 1, "share of the right items that are named", SOURCE),
        (wanted, said) -> {
          Set<String> named = new LinkedHashSet<>(Arrays.asList(said.split(", ", -1)));
          List<String> right = Arrays.asList(wanted.split(", ", -1));
          return (double) right.stream().filter(named::contains).count() / right.size();
        });
  }

  /** {@code genegpt-alignment}. */
  public static GeneGptScorer alignment() {
    return new GeneGptScorer(
        new Descriptor("genegpt-alignment", 1, "1 if equal, 0.5 if the chromosome is", SOURCE),
        (wanted, said) -> {
          if (wanted.equals(said)) {
            return 1;
          }
          return chromosome(wanted).equals(chromosome(said)) ? 0.5 : 0;
        });
  }

  private static String chromosome(String place) {
    int colon = place.indexOf(':');
    return colon < 0 ? place : place.substring(0, colon);
  }

  @Override
  boolean comparable(String reference) {
    return !reference.isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    return references.stream()
        .mapToDouble(reference -> rule.applyAsDouble(reference, answer))
        .max()
        .orElse(0);
  }
}
