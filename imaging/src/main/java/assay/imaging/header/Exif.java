package assay.imaging.header;

import assay.core.AssayException;

/** The orientation inside an EXIF block. */
final class Exif {

  private Exif() {}

  /**
   * The orientation, 1 to 8.
   *
   * @return 1 where the block has none or cannot be read: a broken note about a picture does not
   *     make the picture unreadable
   */
  static int orientation(Octets octets, long base) {
    try {
      TiffStructure structure = TiffStructure.at(octets, base);
      return structure.orientation(structure.first());
    } catch (AssayException e) {
      return 1;
    }
  }
}
