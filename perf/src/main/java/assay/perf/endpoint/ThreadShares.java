package assay.perf.endpoint;

import assay.perf.kit.Figures;
import assay.perf.kit.ProcessCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where a process's processor time went, told by the names of its threads. */
enum ThreadShares {
  /** The JVM's compilers. */
  COMPILING("compiling", "C1 Comp", "C2 Comp"),
  /** The garbage collectors, and the VM's own thread, which is the serial one. */
  COLLECTING("collecting garbage", "VM Thread", "GC Thread", "G1 "),
  /** The carriers of virtual threads: requests, waiting, replies. */
  EXCHANGING("virtual threads", "ForkJoinPool", "Read-Poller", "Write-Poller", "VirtualThread"),
  /** The one thread that writes the run file. */
  WRITING("writing the run file", "assay-writer"),
  /** Reading and scoring replies, where that has threads of its own. */
  SCORING("reading and scoring", "assay-scor"),
  /** The thread that began. */
  MAIN("main thread", "main", "java");

  static final String REST = "the rest";

  private final String title;

  /** What the threads' names begin with, divided by bars. */
  private final String beginnings;

  ThreadShares(String title, String... beginnings) {
    this.title = title;
    this.beginnings = String.join("|", beginnings);
  }

  private boolean isOf(String thread) {
    return Arrays.stream(beginnings.split("\\|")).anyMatch(thread::startsWith);
  }

  String title() {
    return title;
  }

  /** The names of all shares, in their order. */
  static List<String> titles() {
    List<String> titles =
        new ArrayList<>(Arrays.stream(values()).map(ThreadShares::title).toList());
    titles.add(REST);
    return titles;
  }

  /** The figures with milliseconds a question for each share. */
  static Figures add(Figures figures, ProcessCost cost, int questions) {
    Figures more = figures;
    double rest = cost.cpuSeconds();
    for (ThreadShares share : values()) {
      double seconds =
          cost.threads().entrySet().stream()
              .filter(thread -> share.isOf(thread.getKey()))
              .mapToDouble(Map.Entry::getValue)
              .sum();
      rest -= seconds;
      more = more.with(share.title, 1000 * seconds / questions);
    }
    return more.with(REST, 1000 * Math.max(0, rest) / questions);
  }
}
