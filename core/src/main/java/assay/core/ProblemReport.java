package assay.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the problems of a file so that all are told at once. Keeps the first {@value #KEPT} and
 * counts the rest, so a hostile file cannot fill the memory. Not for use by several threads at
 * once.
 */
public final class ProblemReport {

  /** How many problems are kept word for word. */
  public static final int KEPT = 200;

  private final List<Problem> problems = new ArrayList<>();
  private long count;

  /** Adds a problem. */
  public void add(Problem problem) {
    count++;
    if (problems.size() < KEPT) {
      problems.add(problem);
    }
  }

  /** Adds every problem of an exception. */
  public void addAll(AssayException exception) {
    exception.problems().forEach(this::add);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** How many were added, also those beyond the ones kept. */
  public long count() {
    return count;
  }

  /** The problems kept, and one more that counts those beyond. */
  public List<Problem> problems() {
    if (count <= problems.size()) {
      return List.copyOf(problems);
    }
    List<Problem> all = new ArrayList<>(problems);
    all.add(Problem.of("and " + (count - problems.size()) + " more problems of this kind"));
    return List.copyOf(all);
  }

  /**
   * Ends the gathering.
   *
   * @throws AssayException with everything gathered, if anything was
   */
  public void throwIfAny(AssayException.Category category) {
    if (count > 0) {
      throw new AssayException(category, problems());
    }
  }
}
