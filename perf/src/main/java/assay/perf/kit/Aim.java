package assay.perf.kit;

import java.util.Locale;

/**
 * A figure beside what it should be.
 *
 * @param what is measured
 * @param aim what it should be, in words
 * @param measured what it is
 * @param reached whether that will do
 */
public record Aim(String what, String aim, String measured, boolean reached) {

  /** Reached if the figure is at most a bound. */
  public static Aim atMost(String what, double value, double bound, String pattern) {
    return new Aim(what, "≤ " + format(pattern, bound), format(pattern, value), value <= bound);
  }

  /** Reached if the figure is at least a bound. */
  public static Aim atLeast(String what, double value, double bound, String pattern) {
    return new Aim(what, "≥ " + format(pattern, bound), format(pattern, value), value >= bound);
  }

  /** As a line of text, to be kept; {@link #parse} reads it. */
  public String line() {
    return String.join("\t", what, aim, measured, Boolean.toString(reached));
  }

  /** What {@link #line} wrote. */
  public static Aim parse(String line) {
    String[] parts = line.split("\t", -1);
    return new Aim(parts[0], parts[1], parts[2], Boolean.parseBoolean(parts[3]));
  }

  private static String format(String pattern, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, pattern, value) : "unknown";
  }
}
