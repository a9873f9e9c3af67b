package assay.perf;

/** What the report says besides its figures. */
final class Prose {

  static final String INTRODUCTION =
      """
      # Performance

      Measured by one command, from a checkout's root, on a machine that does nothing else:

      ```
      ./perf/measure --million > docs/performance.md
      ```

      It builds what it needs, writes into a temporary folder, takes about half an hour, and tells on standard error what
      goes on. `./perf/measure --quick > /dev/null` tries all of it in two minutes; `./perf/measure startup` measures one
      part and takes the others from the last time.

      On: %s. Each figure is that of a whole process: wall time, processor time of the process and its children, and the
      largest resident memory that the kernel saw. Programs that are compared take turns within a round, never block after
      block; of %d rounds the median is given, where a table does not say otherwise.
      """;

  static final String READING_THEM = "";

  static final String END = "";

  private Prose() {}
}
