package assay.imaging.header;

/** How an image file says that its samples are to be seen. */
public enum Colour {
  GREY("grey"),
  /** Three colours, also those stored as luminance and two chromas. */
  RGB("rgb"),
  PALETTE("palette"),
  /** Four inks, also those stored as luminance, two chromas and black. */
  CMYK("cmyk"),
  /** Anything else, for example CIELAB. */
  OTHER("other");

  private final String id;

  Colour(String id) {
    this.id = id;
  }

  /** The name in provenance records. */
  public String id() {
    return id;
  }
}
