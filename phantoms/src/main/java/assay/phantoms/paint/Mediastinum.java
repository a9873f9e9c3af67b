package assay.phantoms.paint;

import assay.phantoms.scene.Anatomy;
import assay.phantoms.scene.Draws;
import assay.phantoms.scene.Region;

/** Paints heart, great vessels, gullet and spine, in the fat between the lungs. */
final class Mediastinum {

  private final Anatomy anatomy;
  private final Region cavity;
  private final Draws grain;
  private final Plane plane;
  private final Texture spongy;

  Mediastinum(Anatomy anatomy, Region cavity, Draws grain, Plane plane) {
    this.cavity = cavity;
    this.anatomy = anatomy;
    this.grain = grain;
    this.plane = plane;
    this.spongy = new Texture(grain.split("spine"), 1.7);
  }

  void paint() {
    Texture soft = new Texture(grain.split("mediastinum"), 9);
    plane.fill(cavity.grown(-1), (x, y, under) -> Tissue.FAT + 25 + 18 * soft.at(x, y));
    heart();
    spine();
    round(anatomy.aortaX(), anatomy.aortaY(), 12.2, Tissue.MUSCLE);
    round(anatomy.aortaX(), anatomy.aortaY(), 10.9, Tissue.BRIGHT_BLOOD);
    // Gullet, with a little air in it, and the azygos vein.
    double gulletX = anatomy.lean() + 3;
    double gulletY = anatomy.aortaY() - 9;
    plane.fill(
        Region.ellipse(gulletX, gulletY, 7.5, 5, 0.2),
        gulletX,
        gulletY,
        12,
        (x, y, under) -> Tissue.MUSCLE - 10);
    plane.fill(
        Region.ellipse(gulletX + 1, gulletY - 0.5, 2, 1.1, 0.2),
        gulletX,
        gulletY,
        6,
        (x, y, under) -> -700);
    round(anatomy.lean() - 9, anatomy.spineY() - 14, 4.2, Tissue.BRIGHT_BLOOD - 30);
  }

  private void round(double x, double y, double radius, double tissue) {
    plane.fill(Region.circle(x, y, radius), x, y, radius + 2, (px, py, under) -> tissue);
  }

  private void heart() {
    Texture soft = new Texture(grain.split("heart"), 7);
    double size = anatomy.heartSize();
    double x = anatomy.heartX() + anatomy.lean();
    double y = anatomy.heartY();
    plane.fill(
        anatomy.heart(), x, y, size * 1.4, (px, py, under) -> Tissue.HEART + 8 * soft.at(px, py));
    Region wall = anatomy.heart().grown(-4);
    chamber(wall, Region.ellipse(x + size * 0.33, y + size * 0.16, size * 0.4, size * 0.23, 0.75));
    chamber(wall, Region.ellipse(x + size * 0.02, y - size * 0.36, size * 0.46, size * 0.22, 0.4));
    chamber(wall, Region.ellipse(x - size * 0.55, y - size * 0.1, size * 0.26, size * 0.36, 0.25));
    chamber(wall, Region.ellipse(x - size * 0.22, y + size * 0.46, size * 0.36, size * 0.2, 0.2));
  }

  private void chamber(Region wall, Region chamber) {
    plane.fill(
        Region.both(wall, chamber),
        anatomy.heartX(),
        anatomy.heartY(),
        anatomy.heartSize() * 1.4,
        (x, y, under) -> Tissue.BRIGHT_BLOOD - 10);
  }

  private void spine() {
    double y = anatomy.spineY();
    spinePart(Region.ellipse(0, y + 22, 44, 26, 0), (px, py, under) -> Tissue.MUSCLE - 4);
    // Processes to both sides and to the back, then the ring around the cord.
    for (int direction = -1; direction <= 1; direction += 2) {
      bone(Region.rod(direction * 12, y + 17, 4.2, direction * 31, y + 25, 3.2), 1.2);
    }
    bone(Region.rod(0, y + 27, 4.6, 0, y + 38, 2.6), 1.2);
    spinePart(Region.ellipse(0, y + 20, 13.5, 12.5, 0), (px, py, under) -> Tissue.CORTEX - 120);
    bone(Region.oval(0, y, 18.5, 15.5, 0, 1.8), 1.7);
    spinePart(Region.ellipse(0, y + 20.5, 8.6, 7.6, 0), (px, py, under) -> Tissue.FAT + 60);
    spinePart(Region.ellipse(0, y + 20.5, 5.6, 4.9, 0), (px, py, under) -> Tissue.CORD);
  }

  private void bone(Region region, double cortex) {
    spinePart(region, (x, y, under) -> Tissue.CORTEX);
    spinePart(region.grown(-cortex), (x, y, under) -> Tissue.MARROW + 90 * spongy.at(x, y));
  }

  private void spinePart(Region region, Plane.Paint paint) {
    plane.fill(region, 0, anatomy.spineY() + 18, 48, paint);
  }
}
