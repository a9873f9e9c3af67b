package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names in a header line. */
final class HeaderNames {

  private HeaderNames() {}

  /**
   * The columns' names: those of the header, and {@code column_N}, counted from 1, where it has
   * none. A name that stands twice is a problem, and so are more columns than the bounds allow.
   */
  static List<String> of(
      List<String> header, String file, Long line, InputLimits limits, ProblemReport problems) {
    if (header.size() > limits.columns()) {
      problems.add(
          Problem.of("the header has " + header.size() + " columns")
              .at(file, line, null)
              .expected("at most " + limits.columns() + " (assay.limits.columns)")
              .remedy("check the separator and the format"));
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Map<String, Integer> firstAt = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).isBlank() ? "column_" + (i + 1) : header.get(i);
      names.add(name);
      Integer first = firstAt.putIfAbsent(name, i + 1);
      if (first != null) {
        problems.add(
            Problem.of("columns " + first + " and " + (i + 1) + " have the same name")
                .at(file, line, name)
                .expected("a different name for each column")
                .remedy("rename one of them"));
      }
    }
    return names;
  }
}
