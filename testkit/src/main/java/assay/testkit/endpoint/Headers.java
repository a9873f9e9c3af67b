package assay.testkit.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header lines of a request or reply in the order they were sent; names compare without regard
 * to case.
 *
 * @param lines the lines
 */
public record Headers(List<Line> lines) {
  private static final Headers NONE = new Headers(List.of());

  /**
   * One header line.
   *
   * @param name as it was written
   * @param value without surrounding white space
   */
  public record Line(String name, String value) {}

  /** Copies the list. */
  public Headers {
    lines = List.copyOf(lines);
  }

  /** No header. */
  public static Headers none() {
    return NONE;
  }

  /** These headers and one more at the end. */
  public Headers with(String name, String value) {
    var more = new ArrayList<>(lines);
    more.add(new Line(name, value));
    return new Headers(more);
  }

  /** These headers without any line of that name. */
  public Headers without(String name) {
    return new Headers(lines.stream().filter(line -> !line.name().equalsIgnoreCase(name)).toList());
  }

  /** The value of the first line of that name. */
  public Optional<String> first(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Line::value)
        .findFirst();
  }

  /** The values of all lines of that name. */
  public List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Line::value)
        .toList();
  }
}
