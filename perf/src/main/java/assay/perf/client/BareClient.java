package assay.perf.client;

import java.io.IOException;

/** Puts one request and waits for its reply; used by many virtual threads at once. */
interface BareClient {

  /** The reply's body. */
  byte[] post(byte[] body) throws IOException, InterruptedException;
}
