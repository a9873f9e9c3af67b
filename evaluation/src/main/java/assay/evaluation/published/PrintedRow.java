package assay.evaluation.published;

import assay.core.Location;
import assay.statistics.published.Grim;
import assay.statistics.published.PrintedNumber;
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

  /** What the row is called in messages. */
  public String name() {
    return named(system);
  }

  /** What something of its set is called. */
  public String named(String what) {
    return set.isEmpty() ? what : what + ", " + set;
  }
}
