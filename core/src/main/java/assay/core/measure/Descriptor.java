package assay.core.measure;

/**
 * What a rule is called and where it comes from; declared once, read by help, report and
 * documentation.
 *
 * @param name stable name, for example {@code mirage-official}
 * @param version raised when the rule's results change
 * @param title one line for a person
 * @param reference paper and section, or the reference implementation and its version
 */
public record Descriptor(String name, int version, String title, String reference) {

  /** Name and version, for example {@code layered@1}. */
  public String id() {
    return name + "@" + version;
  }
}
