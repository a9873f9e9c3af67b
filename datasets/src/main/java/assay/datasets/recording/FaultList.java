package assay.datasets.recording;

import assay.core.Problem;
import assay.core.ProblemReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Faults of one kind: all are counted, the first are named. */
final class FaultList {

  private final int most;
  private final List<Problem> named = new ArrayList<>();
  private long count;

  FaultList(int most) {
    this.most = most;
  }

  void add(Problem problem) {
    count++;
    if (named.size() < most) {
      named.add(problem);
    }
  }

  long count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Puts a heading that counts them into the report, then those that are named. */
  void report(ProblemReport problems, LongFunction<Problem> heading) {
    if (count > 0) {
      problems.add(heading.apply(count));
      named.forEach(problems::add);
    }
  }
}
