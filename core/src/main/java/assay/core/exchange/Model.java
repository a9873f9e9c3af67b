package assay.core.exchange;

/** A reader that sees the request and nothing else. */
public non-sealed interface Model extends Reader {

  /**
   * Puts a request once; no retries of its own.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Attempt answer(Request request) throws InterruptedException;
}
