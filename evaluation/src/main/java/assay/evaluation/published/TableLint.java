package assay.evaluation.published;

import assay.evaluation.published.LintFinding.PValue.Computed;
import assay.statistics.published.Grim;
import assay.statistics.published.IntervalRecognition;
import assay.statistics.published.PrintedComparison;
import assay.statistics.published.PrintedGain;
import assay.statistics.published.PrintedNumber;
import assay.statistics.published.PrintedParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds printed tables against arithmetic. See {@link Grim}, {@link IntervalRecognition}, {@link
 * PrintedComparison}, {@link PrintedGain} and {@link PrintedParts}.
 */
public final class TableLint {

  private static final int AROUND = 20;
  private static final int SIZES = 5;

  /** Beyond it there are too many counts to try, and rounding hides nothing any more. */
  private static final long MOST_COUNTS = 2_000;

  private final List<PrintedRow> rows;
  private final Comparators comparators;
  private final Map<Sized, List<PrintedNumber>> bySize = new HashMap<>();

  /** The key of a whole of a set. */
  private record Named(String set, String name) {}

  /** The key of values that must come from the same n. */
  private record Sized(String set, long n, Grim.Unit unit) {}

  /** A check of this table. */
  public TableLint(List<PrintedRow> rows) {
    this.rows = List.copyOf(rows);
    this.comparators = new Comparators(this.rows);
    for (PrintedRow row : rows) {
      if (row.value() != null && row.n() != null) {
        bySize
            .computeIfAbsent(new Sized(row.set(), row.n(), row.unit()), key -> new ArrayList<>())
            .add(row.value());
      }
    }
  }

  /** Everything found, in the order of the rows; of a whole at the first of its parts. */
  public List<LintFinding> findings() {
    List<LintFinding> all = new ArrayList<>();
    IdentityHashMap<PrintedRow, List<LintFinding>> wholes = wholes();
    for (PrintedRow row : rows) {
      share(row, all);
      bounds(row, all);
      @Nullable PrintedRow other = comparators.only(row);
      if (other != null) {
        difference(row, other, all);
        gain(row, other, all);
      }
      tests(row, all);
      all.addAll(wholes.getOrDefault(row, List.of()));
    }
    return List.copyOf(all);
  }

  private void share(PrintedRow row, List<LintFinding> all) {
    if (row.value() == null || row.n() == null) {
      return;
    }
    Grim.Counts counts = Grim.counts(row.value(), row.unit(), row.n());
    all.add(
        new LintFinding.Share(
            row,
            counts.least(),
            counts.most(),
            counts.isEmpty() ? sizes(row, row.n()) : List.of()));
  }

  /** The nearest, the smallest of them first. */
  private List<Long> sizes(PrintedRow row, long n) {
    List<PrintedNumber> shares =
        bySize.getOrDefault(new Sized(row.set(), n, row.unit()), List.of());
    return Arrays.stream(Grim.sizes(shares, row.unit(), Math.max(1, n - AROUND), n + AROUND))
        .boxed()
        .sorted((a, b) -> Long.compare(Math.abs(a - n), Math.abs(b - n)))
        .limit(SIZES)
        .sorted()
        .toList();
  }

  private static void bounds(PrintedRow row, List<LintFinding> all) {
    @Nullable PrintedNumber lower = row.lowerEnd();
    @Nullable PrintedNumber upper = row.upperEnd();
    if (row.value() == null || row.n() == null || (lower == null && upper == null)) {
      return;
    }
    Grim.Counts counts = Grim.counts(row.value(), row.unit(), row.n());
    if (counts.isEmpty() || counts.most() - counts.least() > MOST_COUNTS) {
      return;
    }
    all.add(
        new LintFinding.Bounds(
            row,
            IntervalRecognition.matches(
                row.value(), row.unit(), row.n(), lower, upper, row.level())));
  }

  private static void difference(PrintedRow row, PrintedRow other, List<LintFinding> all) {
    if (row.value() == null
        || other.value() == null
        || row.n() == null
        || !row.n().equals(other.n())) {
      return;
    }
    long n = row.n();
    Grim.Counts own = Grim.counts(row.value(), row.unit(), n);
    Grim.Counts others = Grim.counts(other.value(), other.unit(), n);
    if (own.isEmpty() || others.isEmpty() || n > Integer.MAX_VALUE / 2) {
      return;
    }
    PrintedComparison comparison = new PrintedComparison(own, others, n);
    all.add(new LintFinding.Difference(row, other, comparison));
    boolean ofCounts = row.chi2() != null || (row.wins() != null && row.losses() != null);
    if (row.p() != null && !ofCounts) {
      all.add(
          new LintFinding.DifferenceP(row, other, row.p(), DifferenceTests.of(comparison).all()));
    }
  }

  /** In one unit: rows of one table can be printed in two. */
  private static void gain(PrintedRow row, PrintedRow other, List<LintFinding> all) {
    if (row.gain() == null || row.value() == null || other.value() == null) {
      return;
    }
    boolean shares = row.unit() == Grim.Unit.SHARE && other.unit() == Grim.Unit.SHARE;
    PrintedGain gain =
        shares
            ? PrintedGain.ofShares(other.value(), row.value(), row.gain())
            : PrintedGain.of(
                other.inPercent(other.value()), row.inPercent(row.value()), row.gain());
    all.add(new LintFinding.Gain(row, other, gain));
  }

  private static void tests(PrintedRow row, List<LintFinding> all) {
    List<Computed> ofCounts = List.of();
    if (row.wins() != null && row.losses() != null) {
      PrintedTests tests = new PrintedTests(row.wins(), row.losses());
      ofCounts = tests.all();
      all.add(new LintFinding.PValue(row, LintFinding.PValue.Subject.COUNTS, ofCounts));
      if (row.chi2() != null && tests.differ()) {
        all.add(new LintFinding.ChiSquared(row, tests.chiSquared(0), tests.chiSquared(1)));
      }
    }
    if (row.chi2() != null) {
      List<Computed> tests = new ArrayList<>(new PrintedChiSquared(row.chi2()).all());
      tests.addAll(
          ofCounts.isEmpty() && row.p() != null
              ? new PrintedChiSquared(row.chi2()).exact(row.p())
              : ofCounts);
      all.add(new LintFinding.PValue(row, LintFinding.PValue.Subject.CHI_SQUARED, tests));
    }
  }

  /** By the first part; parts belong together that are of one whole in one set. */
  private IdentityHashMap<PrintedRow, List<LintFinding>> wholes() {
    Map<Named, List<PrintedRow>> byName = new LinkedHashMap<>();
    for (PrintedRow row : rows) {
      if (row.whole() != null && row.value() != null) {
        byName
            .computeIfAbsent(new Named(row.set(), row.whole()), name -> new ArrayList<>())
            .add(row);
      }
    }
    IdentityHashMap<PrintedRow, List<LintFinding>> all = new IdentityHashMap<>();
    byName.forEach(
        (named, parts) ->
            all.computeIfAbsent(parts.getFirst(), first -> new ArrayList<>())
                .add(whole(named.name(), parts)));
    return all;
  }

  private static LintFinding whole(String name, List<PrintedRow> parts) {
    PrintedRow first = parts.getFirst();
    boolean alike = parts.stream().allMatch(part -> part.unit() == first.unit());
    Grim.Unit unit = alike ? first.unit() : Grim.Unit.PERCENT;
    List<PrintedNumber> values = new ArrayList<>();
    for (PrintedRow part : parts) {
      if (part.value() != null) {
        values.add(alike ? part.value() : part.inPercent(part.value()));
      }
    }
    PrintedParts sum = PrintedParts.of(values, unit.whole());
    return new LintFinding.Whole(first, name, unit, values, sum);
  }
}
