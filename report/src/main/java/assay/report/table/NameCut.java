package assay.report.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the names in a column are cut that is too narrow for them, so that different ones go on
 * looking different: in the middle, unless they differ there.
 *
 * @param head columns kept of a name's beginning, before the ellipsis; its end fills the rest
 * @param skipped characters of the beginning that are left out instead, where that is not 0; what
 *     comes behind them is shown
 */
record NameCut(int head, int skipped) {

  /** The cut that keeps most of these names apart; of equal ones the one nearest to the middle. */
  static NameCut best(Collection<String> names, int columns) {
    Set<String> different = new HashSet<>(names);
    int middle = (columns - 1) / 2;
    NameCut best = new NameCut(middle, 0);
    if (different.stream().allMatch(name -> DisplayWidth.of(name) <= columns)) {
      return best;
    }
    List<NameCut> cuts =
        IntStream.range(0, Math.max(1, columns))
            .boxed()
            .sorted((a, b) -> Integer.compare(Math.abs(a - middle), Math.abs(b - middle)))
            .map(head -> new NameCut(head, 0))
            .toList();
    int most = 0;
    for (NameCut cut : cuts) {
      int apart = cut.apart(different, columns);
      if (apart > most) {
        most = apart;
        best = cut;
      }
      if (apart == different.size()) {
        return best;
      }
    }
    NameCut within = new NameCut(0, common(different));
    return within.apart(different, columns) > most ? within : best;
  }

  private int apart(Set<String> names, int columns) {
    Set<String> shown = new HashSet<>();
    names.forEach(name -> shown.add(of(name, columns)));
    return shown.size();
  }

  /** How many characters all names begin with alike, no character halved. */
  private static int common(Set<String> names) {
    String first = names.iterator().next();
    int common = first.length();
    for (String name : names) {
      int same = 0;
      while (same < Math.min(common, name.length()) && name.charAt(same) == first.charAt(same)) {
        same++;
      }
      common = same;
    }
    return common > 0 && Character.isHighSurrogate(first.charAt(common - 1)) ? common - 1 : common;
  }

  /** As much of a name as fits into so many columns. */
  String of(String name, int columns) {
    if (DisplayWidth.of(name) <= columns) {
      return name;
    }
    if (skipped > 0 && skipped < name.length()) {
      return '…' + DisplayWidth.cut(name.substring(skipped), columns - 1);
    }
    String start = head == 0 ? "" : name.substring(0, DisplayWidth.fitting(name, head));
    return start + DisplayWidth.cutAtTheBeginning(name, columns - DisplayWidth.of(start));
  }
}
