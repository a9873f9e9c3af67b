package assay.core.exchange;

/** A reader that sees the request and nothing else. */
public non-sealed interface Model extends Reader {

  /**
   * Puts a request once; no retries of its own.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Attempt answer(Request request) throws InterruptedException;

  /**
   * Makes of a request whatever can be made before it is put. Who must wait for leave to put it
   * does that meanwhile, and does it once though the request may be put several times.
   */
  default Call call(Request request) {
    return () -> answer(request);
  }

  /** A request that is ready to be put. */
  @FunctionalInterface
  interface Call {

    /**
     * Puts it once, as {@link Model#answer} does.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Attempt put() throws InterruptedException;
  }
}
