package assay.reading.extractor;

import assay.core.Option;
import assay.core.exchange.Presented;

/** The options as shown, for rules that look keys up. */
public final class Shown {

  private Shown() {}

  /** Whether an option bears exactly this key. */
  public static boolean isKey(String key, Presented presented) {
    for (Option option : presented.options()) {
      if (option.key().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
