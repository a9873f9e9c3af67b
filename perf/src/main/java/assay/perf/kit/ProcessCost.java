package assay.perf.kit;

import java.util.Map;

/**
 * What one run of a program took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds user and system time of the process and the children it waited for; NaN where
 *     the system does not tell
 * @param peakBytes the largest resident memory that was seen; NaN where the system does not tell
 * @param threads processor seconds by the name of threads, sampled, so a thread's last moments are
 *     missing
 * @param out its standard output
 * @param err its standard error
 */
public record ProcessCost(
    double wallSeconds,
    double cpuSeconds,
    double peakBytes,
    Map<String, Double> threads,
    String out,
    String err) {

  /** The largest resident memory in MiB. */
  public double peakMebibytes() {
    return peakBytes / (1 << 20);
  }
}
