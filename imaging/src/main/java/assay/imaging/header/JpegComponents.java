package assay.imaging.header;

/** What the components of a JPEG mean. */
public enum JpegComponents {
  GREY(1),
  RGB(3),
  /** Luminance and two chromas (ITU-T T.871). */
  YCBCR(3),
  /** Amounts of ink: 0 is none. */
  CMYK(4),
  /** Inverted amounts of ink, as Adobe writes them: 255 is none. */
  INVERTED_CMYK(4),
  /** Luminance and chromas of inverted inks, and inverted black, as Adobe writes them. */
  INVERTED_YCCK(4);

  private final int count;

  JpegComponents(int count) {
    this.count = count;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /**
   * What a file's components mean, by the rules of libjpeg: one is grey; three are what JFIF says
   * (luminance), else what Adobe's marker says, else RGB if they are so named; four are inverted if
   * Adobe's marker is there.
   *
   * @throws assay.core.AssayException if the file is cut or damaged before the frame header
   */
  public static JpegComponents of(byte[] bytes, String name) {
    return new JpegFile(new Octets(bytes, ImageFormat.JPEG, name)).components();
  }
}
