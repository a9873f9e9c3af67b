package assay.evaluation.published;

import assay.core.Location;
import assay.statistics.published.Grim;
import assay.statistics.published.PrintedNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of a printed table; whatever it does not print is null.
 *
 * @param place where the row stands
 * @param set what was measured, such as a benchmark; rows of one set share their items
 * @param system whose result it is
 * @param value the printed value
 * @param unit of value and interval
 * @param n number of items
 * @param lower printed lower end of its interval
 * @param upper printed upper end
 * @param level confidence level of the interval
 * @param comparator the system of the same set that it is compared with
 * @param gain printed gain over the comparator
 * @param p printed p-value, such as {@code 0.03} or {@code <0.001}
 * @param wins printed wins over the comparator
 * @param losses printed losses
 * @param chi2 printed χ² of McNemar's test
 * @param whole name of a whole of 100 % of which the value is a part
 */
public record PrintedRow(
    Location place,
    String set,
    String system,
    @Nullable PrintedNumber value,
    Grim.Unit unit,
    @Nullable Long n,
    @Nullable PrintedNumber lower,
    @Nullable PrintedNumber upper,
    double level,
    @Nullable String comparator,
    @Nullable PrintedNumber gain,
    @Nullable PrintedP p,
    @Nullable Long wins,
    @Nullable Long losses,
    @Nullable PrintedNumber chi2,
    @Nullable String whole) {

  /** A value in percent, whatever it is printed in. */
  PrintedNumber inPercent(PrintedNumber number) {
    return unit == Grim.Unit.SHARE ? number.hundredfold() : number;
  }

  /** Its interval's lower end: 0 of none right, where only the upper one is printed. */
  public @Nullable PrintedNumber lowerEnd() {
    boolean none = value != null && value.value().signum() == 0;
    return lower == null && upper != null && none ? new PrintedNumber(BigDecimal.ZERO) : lower;
  }

  /** Its interval's upper end: the whole of all right, where only the lower one is printed. */
  public @Nullable PrintedNumber upperEnd() {
    boolean all = value != null && value.value().compareTo(unit.whole()) == 0;
    return upper == null && lower != null && all ? new PrintedNumber(unit.whole()) : upper;
  }

  /** The same row as part of no whole. */
  public PrintedRow alone() {
    return new PrintedRow(
        place,
        set,
        system,
        value,
        unit,
        n,
        lower,
        upper,
        level,
        comparator,
        gain,
        p,
        wins,
        losses,
        chi2,
        null);
  }

  /** What the row is called in messages. */
  public String name() {
    return named(system);
  }

  /** What something of its set is called. */
  public String named(String what) {
    return set.isEmpty() ? what : what + ", " + set;
  }
}
