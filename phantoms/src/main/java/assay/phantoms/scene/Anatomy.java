package assay.phantoms.scene;

/**
 * The section through a body, in millimetres from the middle of the body; one of many that differ
 * in size and shape as people do.
 *
 * @param halfWidth half the body's width
 * @param halfDepth half its depth from breast to back
 * @param fat thickness of the fat under the skin
 * @param muscle thickness of muscle and ribs together
 * @param heartX middle of the heart
 * @param heartY middle of the heart
 * @param heartSize its half length
 * @param lean how far lungs and heart are shifted, so that no two sections lie alike
 */
public record Anatomy(
    double halfWidth,
    double halfDepth,
    double fat,
    double muscle,
    double heartX,
    double heartY,
    double heartSize,
    double lean) {

  private static final double FULLNESS = 1.15;

  static Anatomy draw(Draws draws) {
    double halfWidth = draws.between(145, 172);
    return new Anatomy(
        halfWidth,
        halfWidth * draws.between(0.65, 0.73),
        draws.between(7, 15),
        draws.between(14, 19),
        draws.between(20, 28),
        draws.between(-26, -14),
        draws.between(47, 57),
        draws.between(-4, 4));
  }

  /** The whole body. */
  public Region body() {
    return Region.oval(0, 0, halfWidth, halfDepth, 0, FULLNESS);
  }

  /** What lies inside ribs and muscle. */
  public Region cavity() {
    return body().grown(-fat - muscle);
  }

  /** How deep the vertebral body lies: its middle. */
  public double spineY() {
    return halfDepth - 45;
  }

  /** The middle of the descending aorta. */
  public double aortaX() {
    return 21 + lean;
  }

  /** The middle of the descending aorta. */
  public double aortaY() {
    return spineY() - 17;
  }

  /** The heart in its sac. */
  public Region heart() {
    return Region.oval(heartX + lean, heartY, heartSize, heartSize * 0.78, 0.5, 1.5);
  }

  /** All that separates the lungs: heart, great vessels, spine, and the tissue between them. */
  public Region mediastinum() {
    double top = -halfDepth;
    return Region.any(
        16,
        heart().grown(2.5),
        Region.oval(lean, 0, 21, halfDepth, 0, 2),
        Region.ellipse(0, spineY() + 8, 33, 29, 0),
        Region.circle(aortaX(), aortaY(), 15),
        Region.rod(lean, top + 24, 12, lean * 0.5, top + 46, 17));
  }

  /** Both lungs. */
  public Region lungs() {
    return Region.without(cavity(), mediastinum());
  }

  /** A lung. */
  public Region lung(Side side) {
    return Region.both(lungs(), (x, y) -> -side.direction() * x);
  }

  /** Where vessels and airways enter a lung. */
  public double hilumX(Side side) {
    return side == Side.RIGHT ? -27 + lean : 40 + lean;
  }

  /** Where vessels and airways enter a lung. */
  public double hilumY() {
    return heartY + 30;
  }
}
