package assay.phantoms.paint;

import assay.phantoms.scene.Anatomy;
import assay.phantoms.scene.Draws;
import assay.phantoms.scene.Region;

/** Paints skin, fat, muscle, ribs, breastbone and shoulder blades. */
final class BodyWall {

  private final Anatomy anatomy;
  private final Region body;
  private final Draws grain;
  private final Plane plane;
  private final Texture spongy;

  BodyWall(Anatomy anatomy, Region body, Draws grain, Plane plane) {
    this.body = body;
    this.anatomy = anatomy;
    this.grain = grain;
    this.plane = plane;
    this.spongy = new Texture(grain.split("marrow"), 1.6);
  }

  void paint() {
    Texture fatty = new Texture(grain.split("fat"), 14);
    Texture fibres = new Texture(grain.split("muscle"), 4);
    plane.fill(body, Tissue.SKIN);
    plane.fill(body.grown(-2), (x, y, under) -> Tissue.FAT + 12 * fatty.at(x, y));
    // Muscle is uneven where it meets fat.
    Region muscle =
        (x, y) -> body.distance(x, y) + anatomy.fat() + 2.2 * fatty.at(1.3 * x, 1.3 * y + 40);
    plane.fill(muscle, (x, y, under) -> Tissue.MUSCLE + 14 * fibres.at(x, y / 2));
    layers(fibres);
    ribs();
    double breast = -anatomy.halfDepth() + anatomy.fat() + 8;
    bone(Region.oval(0, breast, 19, 6.5, 0, 1.2), 0, breast, 19, 1.6);
  }

  /** Thin seams of fat between the layers of muscle at the sides and the back. */
  private void layers(Texture waves) {
    double depth = anatomy.fat() + anatomy.muscle() * 0.42;
    Region seam =
        (x, y) -> {
          double sides = 0.9 - Math.abs(x) / (0.55 * anatomy.halfWidth());
          return Math.max(
              Math.abs(body.distance(x, y) + depth + waves.at(x / 8, y / 8)) - 0.9, 8 * sides);
        };
    plane.fill(seam, Tissue.FAT + 30);
  }

  private void ribs() {
    Draws draws = grain.split("ribs");
    double inset = anatomy.fat() + anatomy.muscle() - 5.5;
    double a = anatomy.halfWidth() - inset;
    double b = anatomy.halfDepth() - inset;
    int count = 5;
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int i = 0; i < count; i++) {
        double angle = -1.02 + 2.06 * i / (count - 1) + draws.between(-0.07, 0.07);
        double[] middle = onRim(a, b, direction, angle);
        double[] next = onRim(a, b, direction, angle + 0.02);
        double slope = StrictMath.atan2(next[1] - middle[1], next[0] - middle[0]);
        double half = draws.between(11, 19);
        bone(
            Region.oval(middle[0], middle[1], half, draws.between(4, 4.8), slope, 1.6),
            middle[0],
            middle[1],
            half,
            1.3);
      }
    }
  }

  /** The point of the inner wall's rim that lies in a direction from the middle. */
  private double[] onRim(double a, double b, int direction, double angle) {
    double dx = direction * StrictMath.cos(angle);
    double dy = StrictMath.sin(angle);
    Region rim = Region.oval(0, 0, a, b, 0, 1.15);
    double near = 0;
    double far = a + b;
    for (int i = 0; i < 40; i++) {
      double middle = (near + far) / 2;
      if (rim.distance(dx * middle, dy * middle) < 0) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return new double[] {dx * near, dy * near};
  }

  private void bone(Region region, double x, double y, double half, double cortex) {
    double reach = half * 1.4 + 2;
    plane.fill(region, x, y, reach, (px, py, under) -> Tissue.CORTEX);
    plane.fill(
        region.grown(-cortex),
        x,
        y,
        reach,
        (px, py, under) -> Tissue.MARROW + 110 * spongy.at(px, py));
  }
}
