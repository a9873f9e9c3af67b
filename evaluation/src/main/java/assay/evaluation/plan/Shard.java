package assay.evaluation.plan;

import assay.core.AssayException;
import assay.core.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a plan that one machine carries out. Trials fall to parts by their id, so every machine
 * knows its own without asking; those of other parts are skipped, and merging all parts gives the
 * whole run.
 *
 * @param index which part, from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {

  /** The whole plan. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");
  private static final int HEX_DIGITS = 16;

  public Shard {
    if (index < 1 || index > count) {
      throw new IllegalArgumentException(
          "shard " + index + " of " + count + ": expected 1 <= shard <= number of shards");
    }
  }

  /**
   * Reads {@code 3/16}: the third part of sixteen.
   *
   * @throws AssayException if it is not of this form
   */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int index = Integer.parseInt(form.group(1));
      int count = Integer.parseInt(form.group(2));
      if (index >= 1 && index <= count) {
        return new Shard(index, count);
      }
    }
    throw AssayException.usage(
        Problem.of("'" + text + "' is no shard")
            .expected("PART/PARTS counted from 1, for example 3/16"));
  }

  /** Whether a trial falls to this part. */
  public boolean holds(String trialId) {
    long hash = Long.parseUnsignedLong(trialId.substring(0, HEX_DIGITS), 16);
    return Long.remainderUnsigned(hash, count) == index - 1;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
