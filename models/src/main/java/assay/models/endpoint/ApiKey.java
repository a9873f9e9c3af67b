package assay.models.endpoint;

/**
 * An endpoint's key and the environment variable that it came from. Its text form never shows it.
 */
public final class ApiKey {

  private final String source;
  private final String value;

  ApiKey(String source, String value) {
    this.source = source;
    this.value = value;
  }

  /** The environment variable's name. */
  public String source() {
    return source;
  }

  String value() {
    return value;
  }

  /** The text with every occurrence of the key taken out. */
  String removedFrom(String text) {
    return text.contains(value) ? text.replace(value, "[key]") : text;
  }

  @Override
  public String toString() {
    return "key of " + source;
  }
}
