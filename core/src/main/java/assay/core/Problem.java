package assay.core;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, told to a person: what, where, what was expected, what to do.
 *
 * @param what what is wrong, one sentence without a full stop
 * @param where the place, or null where there is none to name
 * @param expected what was expected instead, or null where {@code what} says it
 * @param remedy what to do, or null where nothing is to be said
 */
public record Problem(
    String what, @Nullable Location where, @Nullable String expected, @Nullable String remedy) {

  /** A problem that says only what is wrong; add to it with the methods below. */
  public static Problem of(String what) {
    return new Problem(what, null, null, null);
  }

  /** The same problem, at a place in a file. */
  public Problem at(String file, @Nullable Long line, @Nullable String field) {
    return new Problem(what, new Location(file, line, field), expected, remedy);
  }

  /** The same problem, at a file or an address as a whole. */
  public Problem at(String file) {
    return at(file, null, null);
  }

  /** The same problem, with what was expected. */
  public Problem expected(String text) {
    return new Problem(what, where, text, remedy);
  }

  /** The same problem, with what to do about it. */
  public Problem remedy(String text) {
    return new Problem(what, where, expected, text);
  }

  /** One to three lines: place and fault, then what was expected, then the remedy. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (where != null) {
      text.append(where).append(": ");
    }
    text.append(what);
    if (expected != null) {
      text.append("\n  expected: ").append(expected);
    }
    if (remedy != null) {
      text.append("\n  remedy: ").append(remedy);
    }
    return text.toString();
  }
}
