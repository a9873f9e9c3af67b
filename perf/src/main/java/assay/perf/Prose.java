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
      goes on. `./perf/measure --quick > /dev/null` tries all of it in a few minutes; `./perf/measure startup` measures one
      part and takes the others from the last time. The common endpoint and its questions are looked for in
      `../shared/bench` (`--bench DIR`).

      Measured on: %s. Each figure is that of a whole process: wall time, processor time of the process and its
      children, and the largest resident memory that the kernel saw (VmHWM; 1 MiB is 2²⁰ bytes). Programs that are compared
      take turns within a round, never block after block; of %d rounds the median is given at 64 at once and more, in a
      closer look, and among HTTP clients; everything else is measured once, but starting. Differences of a few percent
      mean nothing.
      """;

  static final String READING_THEM =
      """
      What to know when reading these figures:

      - **The floor** is a client of some hundred lines on bare sockets, which makes its requests by gluing strings, looks for one
        substring in the reply and writes one line. The distance of `assay run` to it is told below, with the threads on which it
        arises. Most of it is not the waiting but the work beside it: a plan is written before the first call, requests go
        through the SDK's types, HTTP and JSON through libraries, every reply is durable with its raw response before it
        counts, then read by two rules, scored and estimated.
      - **Short runs are compiling.** At 10,000 questions a JVM still compiles what it runs. `assay run` and `assay resume`
        therefore start with the quick compiler (C1) alone; the row *with C2* shows what the optimizing one would cost and
        bring. It pays beyond some tens of thousands of questions: `ASSAY_JAVA_OPTS=-XX:TieredStopAtLevel=4` brings it back.
      - **Memory.** New objects get 72 MB in which to die young while hundreds of requests are under way; with less, replies under
        way are moved to where only a full collection finds them again (220 against 650 MB resident in a trial). What is alive
        does not grow with the number of questions, but for some bytes a question while the files are checked. What outlived its
        youth is swept every 50,000 replies: the serial collector by itself would let it lie until the heap is at its limit (2 GB),
        and a run of a million questions took 522 MiB before that (docs/decisions/0008). At 1,024 at once more requests are
        under way than die young, and the peak is beyond 300 MB.
      - **64 at once** and the ceiling: the number under way starts at 16 and doubles every round trip (62 ms in all), and the code is cold at first;
        a window of 10,000 questions lasts 7.8 s at the ceiling, so 95 % of it leave 411 ms for both and for everything else.
      - The endpoint takes its share of the same two processors: where a program's requests/s in the window come near what the
        processors give, a faster client is slowed by the endpoint that it keeps busy.
      """;

  private Prose() {}
}
