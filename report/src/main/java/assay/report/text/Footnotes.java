package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.FewClusters;
import assay.evaluation.estimate.FewSamples;
import assay.evaluation.estimate.Undetectable;
import assay.report.table.Figures;
import assay.report.table.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands below a table of estimates: by which method each interval is, what the column of
 * detectable differences says, and why there is a dash where there is one.
 */
final class Footnotes {

  private static final int NAMED = 6;
  private static final String NO_METHOD = "none";
  private static final String MEAN = "the mean of subsets";

  private final List<Estimate> rows;
  private final SequencedMap<String, SequencedSet<String>> methods = new LinkedHashMap<>();
  private final SequencedMap<Undetectable, SequencedSet<String>> dashes = new LinkedHashMap<>();

  /**
   * Notes.
   *
   * @param rows estimates of the table
   * @param means whether the table has the mean of subsets too
   */
  Footnotes(List<Estimate> rows, boolean means) {
    this.rows = rows;
    for (Estimate row : rows) {
      note(methods, row.interval(), row.metric());
      if (row.undetectable() != null) {
        note(dashes, row.undetectable(), row.metric());
      }
    }
    for (Estimate row : means ? rows : List.<Estimate>of()) {
      Estimate.@Nullable SubsetMean mean = row.subsetMean();
      if (mean != null) {
        note(methods, Estimate.SubsetMean.INTERVAL, MEAN);
        if (mean.detectable() == null) {
          note(dashes, Undetectable.SUBSET, MEAN);
        }
      }
    }
    methods.remove(NO_METHOD);
  }

  private static <K> void note(SequencedMap<K, SequencedSet<String>> notes, K key, String what) {
    notes.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(what);
  }

  /** Sentences, without the last stop. */
  String text() {
    List<String> all = new ArrayList<>();
    if (!methods.isEmpty()) {
      all.add(
          "Intervals ("
              + Figures.plainPercent(rows.getFirst().level()).replace(".0", "")
              + " %): "
              + (methods.size() == 1
                  ? methods.firstEntry().getKey()
                  : methods.entrySet().stream()
                      .map(this::method)
                      .collect(Collectors.joining("; "))));
    }
    all.add(
        "'notices': the true distance from a fixed figure that so many samples find 8 times in 10");
    dashes.forEach(
        (why, metrics) ->
            all.add(Figures.NONE + " for " + String.join(", ", metrics) + ": " + why.reason()));
    if (rows.stream().anyMatch(row -> EstimateColumns.missing(row) > 0)) {
      all.add("'missing': trials that failed or have no defined score; the value is without them");
    }
    return String.join(". ", all);
  }

  /** What failed could change, row by row; nothing where nothing failed. The first few. */
  static String bounds(List<Estimate> rows, Function<Estimate, String> name) {
    List<Estimate> open = rows.stream().filter(row -> row.bounds() != null).toList();
    if (open.isEmpty()) {
      return "";
    }
    boolean several = open.stream().map(Estimate::metric).distinct().count() > 1;
    return " Had all that failed been worst, or best: "
        + open.stream()
            .limit(NAMED)
            .map(
                row -> {
                  Estimate.Bounds ends = Objects.requireNonNull(row.bounds());
                  return TextTable.harmless(name.apply(row))
                      + (several ? " " + row.metric() + " " : " ")
                      + Unit.of(row).interval(ends.worst(), ends.best());
                })
            .collect(Collectors.joining(", "))
        + (open.size() > NAMED
            ? "; "
                + Figures.counted(open.size() - NAMED, "further row", "further rows")
                + " in --json"
            : "")
        + ".";
  }

  /** Which rows, by name, have few clusters, and how many; nothing where none has. */
  static String few(List<Estimate> rows, Function<Estimate, String> name) {
    SequencedSet<String> few = new LinkedHashSet<>();
    for (Estimate row : rows) {
      if (row.hasFewClusters()) {
        few.add(TextTable.harmless(name.apply(row)) + " (" + row.clusters() + ")");
      }
    }
    return few.isEmpty()
        ? ""
        : " Fewer than "
            + FewClusters.ENOUGH
            + " clusters, which tell little of how much results vary: "
            + String.join(", ", few)
            + ".";
  }

  /** What is said where some row is of few samples that are independent; else nothing. */
  static String fewSamples(List<Estimate> rows) {
    return rows.stream()
            .anyMatch(row -> FewSamples.are(row.n(), row.hasFewClusters() ? row.clusters() : null))
        ? " " + FewSamples.WARNING
        : "";
  }

  /** Where one metric has several methods, which rows each is of. */
  private String method(Map.Entry<String, SequencedSet<String>> method) {
    boolean shared =
        methods.entrySet().stream()
            .filter(other -> !other.getKey().equals(method.getKey()))
            .anyMatch(other -> !Collections.disjoint(other.getValue(), method.getValue()));
    String which =
        !shared
            ? ""
            : method.getKey().contains("cluster")
                ? " of rows whose samples lie in groups (one patient, image or family)"
                : method.getKey().contains("graded")
                    ? " of rows with scores between right and wrong"
                    : " of the other rows";
    return method.getKey() + " for " + String.join(", ", method.getValue()) + which;
  }
}
