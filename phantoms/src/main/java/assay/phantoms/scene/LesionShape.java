package assay.phantoms.scene;

/** The outlines that lesions have. */
public enum LesionShape {
  /** A circle. */
  ROUND("round"),
  /** An ellipse whose length is 1.45 to 1.75 times its width. */
  OVAL("oval"),
  /** A circle with spikes that stand out by 40 to 70 percent of its radius. */
  SPICULATED("spiculated");

  private final String word;

  LesionShape(String word) {
    this.word = word;
  }

  /** The word in questions and answers. */
  public String word() {
    return word;
  }
}
