package assay.core.exchange;

/** One part of a message, in order. */
public sealed interface Part {

  /** Text as the reader gets it. */
  record TextPart(String text) implements Part {}

  /**
   * A picture as the reader gets it; its bytes lie in the content store.
   *
   * @param sha256 of the bytes that are sent
   * @param mime for example {@code image/png}
   * @param width in pixels
   * @param height in pixels
   * @param provenance how the bytes came from the publisher's: the record of every transform, as
   *     JSON
   */
  record ImagePart(String sha256, String mime, int width, int height, String provenance)
      implements Part {}
}
