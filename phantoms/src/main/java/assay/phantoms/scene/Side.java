package assay.phantoms.scene;

/** A side of the patient. By radiological convention the right one lies on the image's left. */
public enum Side {
  RIGHT("right", -1),
  LEFT("left", 1);

  private final String word;
  private final int direction;

  Side(String word, int direction) {
    this.word = word;
    this.direction = direction;
  }

  /** The word in questions and answers. */
  public String word() {
    return word;
  }

  /** Where it lies in the image: −1 on the left, 1 on the right. */
  public int direction() {
    return direction;
  }

  /** The other side. */
  public Side other() {
    return this == RIGHT ? LEFT : RIGHT;
  }
}
