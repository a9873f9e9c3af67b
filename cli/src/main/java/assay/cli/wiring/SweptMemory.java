package assay.cli.wiring;

import assay.evaluation.runner.Progress;

/**
 * Passes progress on, and has the whole memory swept now and then. The serial collector, which is
 * the best for a short run, lets what outlived its youth lie until the heap has grown to its limit;
 * what lies there grows with the number of replies, though hardly anything of it is still used. A
 * sweep takes some hundredths of a second.
 */
final class SweptMemory implements Progress {

  /** So many replies lie between two sweeps. */
  private static final long REPLIES = 50_000;

  private final Progress progress;
  private long heard;

  SweptMemory(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void report(State state) {
    progress.report(state);
    heard++;
    if (heard % REPLIES == 0) {
      System.gc();
    }
  }
}
