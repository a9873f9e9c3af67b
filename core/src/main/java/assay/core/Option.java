package assay.core;

import java.util.Objects;

/**
 * One option of a question as shown: its key (usually a letter) and its text.
 *
 * @param key what a reader answers with, never blank
 * @param text what the option says, may be empty where the publisher's is
 */
public record Option(String key, String text) {
  public Option {
    Objects.requireNonNull(text, "text");
    if (key.isBlank()) {
      throw new IllegalArgumentException("option key is blank");
    }
  }
}
