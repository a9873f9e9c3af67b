package assay.testkit.endpoint;

/** How the end of a reply's body is marked. */
public enum Framing {
  /** {@code Content-Length}. */
  LENGTH,
  /** {@code Transfer-Encoding: chunked}, in chunks of 61 bytes so that characters are split. */
  CHUNKED,
  /** Neither: the body ends with the connection. */
  CLOSE
}
