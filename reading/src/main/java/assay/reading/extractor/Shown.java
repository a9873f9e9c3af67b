package assay.reading.extractor;

import assay.core.Option;
import assay.core.exchange.Presented;
import org.jspecify.annotations.Nullable;

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

  /** The key that is meant, in either case if only one option's key reads so; null if none is. */
  public static @Nullable String key(String found, Presented presented) {
    if (isKey(found, presented)) {
      return found;
    }
    String only = null;
    for (Option option : presented.options()) {
      if (option.key().equalsIgnoreCase(found)) {
        if (only != null) {
          return null;
        }
        only = option.key();
      }
    }
    return only;
  }
}
