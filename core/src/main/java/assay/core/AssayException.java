package assay.core;

import java.util.List;

/**
 * Something is wrong that a user can understand and mend: bad data, wrong usage, an endpoint that
 * cannot be used. It carries every problem found, not just the first. A fault of the program itself
 * is never of this type.
 */
public final class AssayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whose turn it is to act; the command maps it to an exit code. */
  public enum Category {
    /** Wrong command line, configuration or combination of arguments. */
    USAGE,
    /** A file's content is not as it must be. */
    DATA,
    /** A model's endpoint cannot be used at all. */
    ENDPOINT
  }

  private final Category category;
  private final transient List<Problem> problems;

  /**
   * An exception with one problem or several.
   *
   * @throws IllegalArgumentException if there is no problem
   */
  public AssayException(Category category, List<Problem> problems) {
    super(text(problems));
    this.category = category;
    this.problems = List.copyOf(problems);
  }

  /** An exception with one problem. */
  public AssayException(Category category, Problem problem) {
    this(category, List.of(problem));
  }

  /** An exception with one problem and the fault beneath it. */
  public AssayException(Category category, Problem problem, Throwable cause) {
    this(category, List.of(problem));
    initCause(cause);
  }

  /** Bad data. */
  public static AssayException data(Problem problem) {
    return new AssayException(Category.DATA, problem);
  }

  /** Wrong usage. */
  public static AssayException usage(Problem problem) {
    return new AssayException(Category.USAGE, problem);
  }

  /** An endpoint that cannot be used. */
  public static AssayException endpoint(Problem problem) {
    return new AssayException(Category.ENDPOINT, problem);
  }

  public Category category() {
    return category;
  }

  /** Every problem found, in the order found. */
  public List<Problem> problems() {
    return problems;
  }

  private static String text(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an AssayException needs at least one problem");
    }
    return String.join("\n", problems.stream().map(Problem::toString).toList());
  }
}
