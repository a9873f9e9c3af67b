package assay.imaging.raster;

/** What lies beneath transparent pixels when a picture is written anew. */
public enum Ground {
  WHITE("white", 255),
  BLACK("black", 0);

  private final String id;
  private final int level;

  Ground(String id, int level) {
    this.id = id;
    this.level = level;
  }

  /** The ground's name in options and records. */
  public String id() {
    return id;
  }

  /** Its sample value in every band. */
  public int level() {
    return level;
  }
}
