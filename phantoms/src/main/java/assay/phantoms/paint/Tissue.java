package assay.phantoms.paint;

/** Densities in Hounsfield-like units: −1000 is air, 0 is water. */
final class Tissue {

  static final double AIR = -1000;
  static final double SKIN = 20;
  static final double FAT = -105;
  static final double MUSCLE = 55;
  static final double LUNG = -865;
  static final double BLOOD = 45;
  static final double BRIGHT_BLOOD = 165;
  static final double HEART = 60;
  static final double CORTEX = 720;
  static final double MARROW = 210;
  static final double CORD = 30;
  static final double TABLE = -600;

  private Tissue() {}
}
