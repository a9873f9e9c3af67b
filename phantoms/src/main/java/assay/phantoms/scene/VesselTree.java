package assay.phantoms.scene;

import java.util.ArrayList;
import java.util.List;

/** Draws the vessels of both lungs: trees that branch from where they enter, and cut ends. */
final class VesselTree {

  /** Vessels keep this far from lesions, in millimetres, so that a lesion's outline is its own. */
  private static final double CLEARANCE = 2.5;

  private static final double THINNEST = 0.34;

  private final Draws draws;
  private final Region lung;
  private final List<Lesion> lesions;
  private final List<Vessel> vessels;

  private VesselTree(Draws draws, Region lung, List<Lesion> lesions, List<Vessel> vessels) {
    this.draws = draws;
    this.lung = lung;
    this.lesions = lesions;
    this.vessels = vessels;
  }

  static List<Vessel> draw(Draws draws, Anatomy anatomy, List<Lesion> lesions) {
    List<Vessel> vessels = new ArrayList<>();
    for (Side side : Side.values()) {
      VesselTree tree = new VesselTree(draws, anatomy.lung(side), lesions, vessels);
      double outwards = side == Side.RIGHT ? Math.PI : 0;
      int stems = 6 + draws.below(3);
      for (int i = 0; i < stems; i++) {
        double spread = -1.25 + 2.5 * (i + draws.between(0.2, 0.8)) / stems;
        tree.branch(
            anatomy.hilumX(side) + draws.between(-3, 3),
            anatomy.hilumY() + 14 * spread + draws.between(-3, 3),
            outwards + side.direction() * spread,
            draws.between(1.9, 3.1),
            0);
      }
      tree.cutEnds(anatomy, side);
    }
    return vessels;
  }

  private void branch(double x, double y, double direction, double radius, int generation) {
    if (radius < THINNEST || generation > 18) {
      return;
    }
    double length = radius * draws.between(2, 3.6) + 3.5;
    double turned = direction + 0.2 * draws.bell();
    double toX = x + length * StrictMath.cos(turned);
    double toY = y + length * StrictMath.sin(turned);
    double toRadius = radius * draws.between(0.88, 0.96);
    Vessel piece = new Vessel(x, y, radius, toX, toY, toRadius);
    boolean leaves = generation > 1 && lung.distance(toX, toY) > -1.5;
    if (leaves || blocked(piece)) {
      return;
    }
    vessels.add(piece);
    if (draws.chance(0.5)) {
      double split = draws.between(0.45, 1.05) * (draws.chance(0.5) ? 1 : -1);
      double share = draws.between(0.55, 0.85);
      branch(toX, toY, turned + split * (1 - share), toRadius * Math.sqrt(share), generation + 1);
      branch(toX, toY, turned - split * share, toRadius * Math.sqrt(1 - share), generation + 1);
    } else {
      branch(toX, toY, turned, toRadius, generation + 1);
    }
  }

  /** Vessels that cross the plane show as dots. */
  private void cutEnds(Anatomy anatomy, Side side) {
    int count = 26 + draws.below(14);
    for (int i = 0; i < count; i++) {
      double x = side.direction() * draws.between(5, anatomy.halfWidth());
      double y = draws.between(-anatomy.halfDepth(), anatomy.halfDepth());
      double radius = draws.between(0.5, 1.5);
      double direction = draws.between(0, 2 * Math.PI);
      double length = draws.between(0, 2.5);
      Vessel piece =
          new Vessel(
              x,
              y,
              radius,
              x + length * StrictMath.cos(direction),
              y + length * StrictMath.sin(direction),
              radius * 0.8);
      if (lung.distance(x, y) < -5 && !blocked(piece)) {
        vessels.add(piece);
      }
    }
  }

  private boolean blocked(Vessel piece) {
    return lesions.stream()
        .anyMatch(lesion -> piece.nears(lesion.x(), lesion.y(), lesion.reach() + CLEARANCE));
  }
}
