package assay.testkit.endpoint;

import java.util.concurrent.CompletableFuture;

/** A gate that requests wait behind until a test opens it, once and for all. */
public final class Gate {
  private final CompletableFuture<Void> opened = new CompletableFuture<>();

  /** Lets everybody through, now and later. */
  public void open() {
    opened.complete(null);
  }

  /** Whether it has been opened. */
  public boolean isOpen() {
    return opened.isDone();
  }

  CompletableFuture<Void> opened() {
    return opened;
  }
}
