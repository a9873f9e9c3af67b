package assay.statistics.multiplicity;

import assay.statistics.Arguments;
import assay.statistics.Significance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Hypotheses that are judged together, by name: the slices of a comparison, the statements of a
 * claim. Fixed before p-values are seen; who is in it changes what each needs to show.
 *
 * @param name what the family is, such as {@code slices by exam}
 * @param correction how p-values are adjusted
 * @param level 1 − α, such as 0.95
 * @param members names of the hypotheses, each once
 */
public record Family(String name, Correction correction, double level, List<String> members) {

  /**
   * @throws IllegalArgumentException if the level is outside (0, 1) or a member is named twice
   */
  public Family {
    Arguments.checkLevel(level);
    members = List.copyOf(members);
    var seen = new LinkedHashSet<String>();
    for (String member : members) {
      if (!seen.add(member)) {
        throw new IllegalArgumentException(
            "family " + name + " names " + member + " twice; expected each member once");
      }
    }
  }

  /**
   * What one member's p-value came to.
   *
   * @param p as the test gave it
   * @param adjusted after correction
   * @param isRejected whether {@code adjusted ≤ 1 − level}, see {@link Significance}
   */
  public record Verdict(double p, double adjusted, boolean isRejected) {}

  /**
   * Judges all members.
   *
   * @param p the p-value of each member, by its name
   * @return a verdict for each member, in their order
   * @throws IllegalArgumentException if a member has no p-value, or one is given for none
   */
  public Map<String, Verdict> judge(Map<String, Double> p) {
    double[] values = new double[members.size()];
    for (int i = 0; i < values.length; i++) {
      Double value = p.get(members.get(i));
      if (value == null) {
        throw new IllegalArgumentException(
            "family " + name + " has no p-value for " + members.get(i));
      }
      values[i] = value;
    }
    var strangers = new ArrayList<>(p.keySet());
    strangers.removeAll(members);
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException(
          "family " + name + " has no members " + strangers + "; known: " + members);
    }
    double[] adjusted = correction.adjusted(values);
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      verdicts.put(
          members.get(i),
          new Verdict(values[i], adjusted[i], Significance.rejects(adjusted[i], level)));
    }
    return Collections.unmodifiableMap(verdicts);
  }

  /**
   * The level at which each member's interval is taken so that, with the family's level, all hold
   * together.
   */
  public double intervalLevel() {
    return correction == Correction.NONE
        ? level
        : SimultaneousLevel.bonferroni(level, Math.max(1, members.size()));
  }
}
