package assay.imaging.raster;

/** How samples of more than 8 bits become 8 bits. */
public enum DepthRule {
  /** 0 stays 0, the largest value that the bits can hold becomes 255; linear, rounded. */
  FULL_RANGE("full-range"),
  /**
   * The picture's smallest sample becomes 0, its largest 255; linear, rounded. Shows pictures that
   * use a part of their range, at the price that brightness no longer compares between pictures. A
   * picture of one value becomes 0.
   */
  MIN_TO_MAX("min-to-max");

  private final String id;

  DepthRule(String id) {
    this.id = id;
  }

  /** The rule's name in options and records. */
  public String id() {
    return id;
  }
}
