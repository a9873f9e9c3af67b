package assay.core.measure;

/**
 * Where in a reply the evidence stands, in UTF-16 units.
 *
 * @param start first unit, from 0
 * @param end behind the last unit, not before {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span " + start + " to " + end + ": expected 0 <= start <= end");
    }
  }
}
