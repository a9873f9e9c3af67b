package assay.imaging.header;

/** Whether a file is whole, found without decoding its pixels. */
public final class ImageIntegrity {

  private ImageIntegrity() {}

  /**
   * Checks a file that is to be handed on byte for byte. PNG: every chunk's checksum, and that the
   * picture inflates to its full size. JPEG: every segment, and that the end marker is reached;
   * damage inside coded data shows only when it is decoded, and is not looked for. Other formats
   * are checked by their header and by decoding.
   *
   * @return bytes that follow the end of the picture, 0 as a rule
   * @throws assay.core.AssayException if the file is cut or damaged
   */
  public static long requireWhole(byte[] bytes, ImageHeader header, String name) {
    Octets octets = new Octets(bytes, header.format(), name);
    return switch (header.format()) {
      case PNG -> new PngFile(octets).requireWhole(header);
      case JPEG -> new JpegFile(octets).requireWhole();
      case GIF, BMP, TIFF, WEBP -> 0;
    };
  }

  /**
   * Where the first frame of a GIF lies on its canvas.
   *
   * @throws assay.core.AssayException if the file is cut or damaged
   */
  public static Placement firstFrame(byte[] bytes, String name) {
    return new GifFile(new Octets(bytes, ImageFormat.GIF, name)).firstFrame();
  }
}
