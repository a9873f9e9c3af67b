package assay.evaluation.published;

import assay.statistics.published.Grim;
import assay.statistics.published.IntervalRecognition;
import assay.statistics.published.PrintedComparison;
import assay.statistics.published.PrintedGain;
import assay.statistics.published.PrintedNumber;
import assay.statistics.published.PrintedParts;
import java.util.List;

/** What arithmetic says of a row, or of several. */
public sealed interface LintFinding {

  /** The row that it is about, or the first of them. */
  PrintedRow row();

  /** How bad it is. */
  Grade grade();

  /** How bad a finding is. */
  enum Grade {
    /** The numbers can be what they are printed to be. */
    POSSIBLE("possible"),
    /** Nothing is wrong, but a reader should know. */
    NOTE("note"),
    /** The numbers contradict each other. */
    IMPOSSIBLE("impossible");

    private final String id;

    Grade(String id) {
      this.id = id;
    }

    /** Stable id. */
    public String id() {
      return id;
    }
  }

  /** Possible or not. */
  private static Grade grade(boolean possible) {
    return possible ? Grade.POSSIBLE : Grade.IMPOSSIBLE;
  }

  /**
   * Whether the share can come from whole items.
   *
   * @param least smallest number of right items that rounds to it
   * @param most the largest; below {@code least} where none does
   * @param sizes numbers of items near n for which all shares of the set exist; only where none is
   */
  record Share(PrintedRow row, long least, long most, List<Long> sizes) implements LintFinding {
    public Share {
      sizes = List.copyOf(sizes);
    }

    @Override
    public Grade grade() {
      return LintFinding.grade(least <= most);
    }
  }

  /**
   * From which method the printed interval is.
   *
   * @param matches methods, with the right items with which they give it; empty where none does
   */
  record Bounds(PrintedRow row, List<IntervalRecognition.Match> matches) implements LintFinding {
    public Bounds {
      matches = List.copyOf(matches);
    }

    /** Whether the value can lie within the interval, and the interval runs upwards. */
    public boolean holdsItsValue() {
      return row.value() == null
          || ((row.lower() == null || row.lower().least().compareTo(row.value().most()) <= 0)
              && (row.upper() == null || row.upper().most().compareTo(row.value().least()) >= 0));
    }

    @Override
    public Grade grade() {
      if (!holdsItsValue()) {
        return Grade.IMPOSSIBLE;
      }
      return matches.isEmpty() ? Grade.NOTE : Grade.POSSIBLE;
    }
  }

  /**
   * Whether the difference to the comparator can be significant, for all right items that are
   * printed so.
   *
   * @param other the comparator's row
   */
  record Difference(PrintedRow row, PrintedRow other, PrintedComparison comparison)
      implements LintFinding {

    /** By Fisher's test, which takes them for different items. */
    public PrintedComparison.Answer unpaired() {
      return comparison.unpaired(row.level());
    }

    /** By McNemar's exact test, however many items the two differ on. */
    public PrintedComparison.Answer paired() {
      return comparison.paired(row.level());
    }

    @Override
    public Grade grade() {
      return unpaired() == PrintedComparison.Answer.YES ? Grade.POSSIBLE : Grade.NOTE;
    }
  }

  /**
   * Whether any test of the difference to the comparator gives the p printed beside it.
   *
   * @param other the comparator's row
   * @param computed from which to which p each test reaches, McNemar's exact one first
   */
  record DifferenceP(PrintedRow row, PrintedRow other, PrintedP p, List<PValue.Computed> computed)
      implements LintFinding {
    public DifferenceP {
      computed = List.copyOf(computed);
    }

    /** The tests that can give it, those of both sides first. */
    public List<PValue.Computed> fitting() {
      return computed.stream().filter(one -> p.couldBe(one.least(), one.most())).toList();
    }

    /** The smallest p that any test gives. */
    public double least() {
      return computed.stream().mapToDouble(PValue.Computed::least).min().orElse(1);
    }

    /** The largest. */
    public double most() {
      return computed.stream().mapToDouble(PValue.Computed::most).max().orElse(1);
    }

    /** A larger one than any can still be one that was corrected for several comparisons. */
    public boolean isTooLarge() {
      return fitting().isEmpty() && !p.couldBe(0, most());
    }

    @Override
    public Grade grade() {
      if (fitting().isEmpty()) {
        return isTooLarge() ? Grade.NOTE : Grade.IMPOSSIBLE;
      }
      return fitting().getFirst().oneSided() ? Grade.NOTE : Grade.POSSIBLE;
    }
  }

  /** Whether the gain is in points or relative. */
  record Gain(PrintedRow row, PrintedRow other, PrintedGain gain) implements LintFinding {
    @Override
    public Grade grade() {
      if (!gain.isPoints() && !gain.isRelative()) {
        return Grade.IMPOSSIBLE;
      }
      return gain.isPoints() ? Grade.POSSIBLE : Grade.NOTE;
    }
  }

  /**
   * The p-value of printed wins and losses, or of a printed χ², by every test that is in use for
   * them: impossible only if none gives what is printed.
   *
   * @param subject what the tests are of
   * @param computed what each test gives, the one of the subject that is used most first
   */
  record PValue(PrintedRow row, Subject subject, List<Computed> computed) implements LintFinding {

    /** What a p-value is of. */
    public enum Subject {
      /** The printed wins and losses. */
      COUNTS,
      /** The printed χ², and the wins and losses beside it: papers print it beside an exact p. */
      CHI_SQUARED
    }

    public PValue {
      computed = List.copyOf(computed);
    }

    /**
     * What a test gives.
     *
     * @param test its name
     * @param least the smallest p that the printed numbers allow
     * @param most the largest
     * @param oneSided whether it asks for one direction alone
     */
    public record Computed(String test, double least, double most, boolean oneSided) {}

    /** Whether a test gives the printed p; all do where none is printed. */
    public boolean fits(Computed one) {
      return row.p() == null || row.p().couldBe(one.least(), one.most());
    }

    /** Whether only "n.s." is printed, which leaves the level open. */
    public boolean isNotSignificant() {
      return row.p() != null && row.p().relation() == PrintedP.Relation.NOT_SIGNIFICANT;
    }

    /** The first that fits; the first where none does. */
    public Computed shown() {
      return computed.stream().filter(this::fits).findFirst().orElseGet(computed::getFirst);
    }

    @Override
    public Grade grade() {
      if (!fits(shown())) {
        return isNotSignificant() ? Grade.NOTE : Grade.IMPOSSIBLE;
      }
      return shown().oneSided() ? Grade.NOTE : Grade.POSSIBLE;
    }
  }

  /**
   * Whether a printed χ² is McNemar's of the printed wins and losses.
   *
   * @param plain without a correction
   * @param corrected with the continuity correction
   */
  record ChiSquared(PrintedRow row, double plain, double corrected) implements LintFinding {

    /** Whether it is the one without a correction. */
    public boolean isPlain() {
      return row.chi2() != null && row.chi2().couldBe(plain);
    }

    /** Whether it is the corrected one. */
    public boolean isCorrected() {
      return row.chi2() != null && row.chi2().couldBe(corrected);
    }

    @Override
    public Grade grade() {
      return LintFinding.grade(isPlain() || isCorrected());
    }
  }

  /**
   * Whether the parts of one set add up to a whole.
   *
   * @param whole its name
   * @param unit of the parts
   * @param parts as printed; in percent where they are printed in several units
   * @param arithmetic their sum, and the rules of rounding that can make up what is missing
   */
  record Whole(
      PrintedRow row,
      String whole,
      Grim.Unit unit,
      List<PrintedNumber> parts,
      PrintedParts arithmetic)
      implements LintFinding {
    public Whole {
      parts = List.copyOf(parts);
    }

    @Override
    public Grade grade() {
      if (!arithmetic.isPossible()) {
        return Grade.IMPOSSIBLE;
      }
      return arithmetic.isByEveryRule() ? Grade.POSSIBLE : Grade.NOTE;
    }
  }
}
