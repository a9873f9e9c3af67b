package assay.phantoms.paint;

import assay.imaging.raster.Pixels;
import assay.phantoms.scene.Anatomy;
import assay.phantoms.scene.Draws;
import assay.phantoms.scene.Lesion;
import assay.phantoms.scene.PhantomScene;
import assay.phantoms.scene.Region;
import assay.phantoms.scene.Side;
import assay.phantoms.scene.Vessel;

/** Paints a scene as an 8-bit grey image. The same scene gives the same pixels on every machine. */
public final class PhantomPainter {

  private static final double BLUR = 0.16;

  private final PhantomScene scene;
  private final Anatomy anatomy;
  private final Draws grain;
  private final Plane plane;

  private PhantomPainter(PhantomScene scene) {
    this.scene = scene;
    this.anatomy = scene.anatomy();
    this.grain = Draws.of(scene.grain());
    this.plane = plane(scene, Tissue.AIR);
  }

  private static Plane plane(PhantomScene scene, double density) {
    return new Plane(scene.width(), scene.height(), scene.middleRow(), scene.spacing(), density);
  }

  /** The picture. */
  public static Pixels paint(PhantomScene scene) {
    return new PhantomPainter(scene).picture();
  }

  private Pixels picture() {
    table();
    Region body = plane.sampled(anatomy.body());
    Region cavity = body.grown(-anatomy.fat() - anatomy.muscle());
    new BodyWall(anatomy, body, grain, plane).paint();
    new Mediastinum(anatomy, cavity, grain, plane).paint();
    lungs(Region.without(cavity, anatomy.mediastinum()));
    scene.vessels().forEach(this::vessel);
    scene.lesions().forEach(this::lesion);
    plane.blur(BLUR);
    byte[] samples = display();
    new Overlay(samples, scene.width(), scene.height()).draw(scene);
    return new Pixels(scene.width(), scene.height(), 1, samples);
  }

  /** The table top that the patient lies on: a shallow trough. */
  private void table() {
    double radius = 620;
    double top = anatomy.halfDepth() + 3;
    Region shell =
        Region.without(
            Region.circle(0, top + 7 - radius, radius), Region.circle(0, top - radius, radius));
    Region wide = (x, y) -> Math.max(Math.abs(x) - 150, -y);
    plane.fill(Region.both(shell, wide), Tissue.TABLE);
  }

  private void lungs(Region lungs) {
    Texture fine = new Texture(grain.split("lung fine"), 3.5);
    Texture coarse = new Texture(grain.split("lung coarse"), 26);
    // The part of the lung that lies lower holds more blood: the patient lies on the back.
    plane.fill(
        lungs, (x, y, under) -> Tissue.LUNG + 18 * fine.at(x, y) + 24 * coarse.at(x, y) + 0.35 * y);
    for (Side side : Side.values()) {
      fissure(lungs, side);
      airway(lungs, side);
    }
  }

  /** The thin wall between two lobes, an arc from the hilum to the side. */
  private void fissure(Region lungs, Side side) {
    Draws draws = grain.split("fissure " + side.word());
    double radius = draws.between(150, 240);
    double x = anatomy.hilumX(side) + side.direction() * draws.between(10, 40);
    double y = anatomy.hilumY() + draws.between(-6, 14) - radius;
    Region arc = Region.without(Region.circle(x, y, radius), Region.circle(x, y, radius - 0.8));
    Region half = (px, py) -> -side.direction() * px;
    plane.fill(Region.both(Region.both(half, arc), lungs), (px, py, under) -> under + 140);
  }

  /** An airway cut across, a thin ring with air in it; where a lesion lies, there is none. */
  private void airway(Region lungs, Side side) {
    double y = anatomy.hilumY() - 5;
    double outwards = anatomy.hilumX(side);
    while (lungs.distance(outwards, y) > -6 && Math.abs(outwards) < anatomy.halfWidth()) {
      outwards += side.direction();
    }
    double x = outwards;
    boolean free =
        scene.lesions().stream()
            .allMatch(
                lesion -> Region.circle(lesion.x(), lesion.y(), lesion.reach()).distance(x, y) > 8);
    if (free) {
      plane.fill(Region.circle(x, y, 3.9), x, y, 6, (px, py, under) -> Math.max(under, -350));
      plane.fill(Region.circle(x, y, 2.6), x, y, 6, (px, py, under) -> Tissue.AIR + 20);
    }
  }

  private void vessel(Vessel vessel) {
    double middleX = (vessel.fromX() + vessel.toX()) / 2;
    double middleY = (vessel.fromY() + vessel.toY()) / 2;
    double reach =
        Math.abs(vessel.fromX() - vessel.toX())
            + Math.abs(vessel.fromY() - vessel.toY())
            + 2 * vessel.fromRadius()
            + 1;
    plane.fill(
        vessel.region(), middleX, middleY, reach, (x, y, under) -> Math.max(under, Tissue.BLOOD));
  }

  private void lesion(Lesion lesion) {
    Texture inside = new Texture(grain.split("lesion " + lesion.x()), 5);
    plane.fill(lesion, (x, y, under) -> lesion.density() + 35 * inside.at(x, y));
  }

  /** Noise that neighbouring pixels share a little of, then the display curve. */
  private byte[] display() {
    Plane noise = plane(scene, 0);
    Draws draws = grain.split("noise");
    double[] values = noise.density();
    for (int i = 0; i < values.length; i++) {
      values[i] = draws.bell();
    }
    double side = 0.18;
    noise.blur(side);
    double share = (1 - 2 * side) * (1 - 2 * side) + 2 * side * side;
    double[] density = plane.density();
    byte[] samples = new byte[density.length];
    for (int i = 0; i < samples.length; i++) {
      double grey = DisplayCurve.grey(density[i] + scene.noise() * values[i] / share);
      samples[i] = (byte) (int) Math.floor(grey + 0.5);
    }
    return samples;
  }
}
