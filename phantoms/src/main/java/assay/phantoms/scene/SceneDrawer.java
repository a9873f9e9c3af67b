package assay.phantoms.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws scenes by lot, within a plan. The same draws and plan give the same scene. */
public final class SceneDrawer {

  /** Columns of an image. */
  public static final int WIDTH = 384;

  /** Rows of an image. */
  public static final int HEIGHT = 320;

  /** Length of the scale bar in millimetres. */
  public static final double SCALE_BAR = 50;

  /** The shortest that a lesion's longest diameter can be, in millimetres. */
  public static final double SMALLEST = 9;

  /** The shortest longest diameter that the largest lesion of an image can have. */
  public static final double LEAST_LARGEST = 15;

  /** The longest. */
  public static final double MOST_LARGEST = 39;

  /** By how much the largest lesion is longer than any other, in millimetres. */
  public static final double LEAD = 4;

  /** How far a lesion stays from its lung's rim, in millimetres. */
  public static final double RIM = 4;

  /** How far lesions stay from one another, in millimetres. */
  public static final double GAP = 3;

  private static final int TRIES = 400;

  private SceneDrawer() {}

  /**
   * Draws a scene.
   *
   * @throws IllegalArgumentException if the plan asks for more than lungs can hold
   */
  public static PhantomScene draw(Draws draws, ScenePlan plan) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Draws body = draws.split("body " + attempt);
      Anatomy anatomy = Anatomy.draw(body);
      Optional<List<Lesion>> lesions = lesions(draws.split("lesions " + attempt), plan, anatomy);
      if (lesions.isPresent()) {
        List<Vessel> vessels =
            VesselTree.draw(draws.split("vessels " + attempt), anatomy, lesions.get());
        return new PhantomScene(
            WIDTH,
            HEIGHT,
            (2 * anatomy.halfWidth() + body.between(14, 26)) / WIDTH,
            SCALE_BAR,
            body.chance(0.5) ? Side.RIGHT : Side.LEFT,
            anatomy,
            vessels,
            lesions.get(),
            body.between(14, 40),
            body.seed());
      }
    }
    throw new IllegalArgumentException("no room for " + plan);
  }

  private static Optional<List<Lesion>> lesions(Draws draws, ScenePlan plan, Anatomy anatomy) {
    List<Lesion> placed = new ArrayList<>();
    if (plan.largestShape() == null) {
      return Optional.of(placed);
    }
    List<Side> sides = new ArrayList<>();
    for (Side side : Side.values()) {
      for (int i = 0; i < plan.lesions(side); i++) {
        sides.add(side);
      }
    }
    boolean first = true;
    for (Side side : draws.shuffled(sides)) {
      LesionShape shape = first ? plan.largestShape() : draws.pick(List.of(LesionShape.values()));
      double diameter =
          first
              ? plan.largestDiameter()
              : draws.between(SMALLEST, Math.min(28, plan.largestDiameter() - LEAD));
      Optional<Lesion> lesion = place(draws, side, shape, tenth(diameter), anatomy, placed);
      if (lesion.isEmpty()) {
        return Optional.empty();
      }
      placed.add(lesion.get());
      first = false;
    }
    return Optional.of(placed);
  }

  private static double tenth(double millimetres) {
    return Math.rint(millimetres * 10) / 10;
  }

  private static Optional<Lesion> place(
      Draws draws,
      Side side,
      LesionShape shape,
      double diameter,
      Anatomy anatomy,
      List<Lesion> others) {
    Outline outline = outline(draws, shape, diameter);
    double reach = Extent.reach(outline);
    Region lung = anatomy.lung(side);
    double density = draws.between(-420, 70);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double x = side.direction() * draws.between(5, anatomy.halfWidth());
      double y = draws.between(-anatomy.halfDepth(), anatomy.halfDepth());
      boolean inside = lung.distance(x, y) < -reach - RIM && clear(lung, x, y, reach + RIM);
      boolean apart =
          others.stream()
              .allMatch(
                  other -> {
                    double dx = x - other.x();
                    double dy = y - other.y();
                    return Math.sqrt(dx * dx + dy * dy) > reach + other.reach() + GAP;
                  });
      if (inside && apart) {
        return Optional.of(new Lesion(side, x, y, shape, outline, diameter, density));
      }
    }
    return Optional.empty();
  }

  /** Distances near rims that meet are estimates, so the circle around is looked at too. */
  private static boolean clear(Region lung, double x, double y, double radius) {
    for (int i = 0; i < 24; i++) {
      double angle = 2 * Math.PI * i / 24;
      if (lung.distance(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle))
          > 0) {
        return false;
      }
    }
    return true;
  }

  private static Outline outline(Draws draws, LesionShape shape, double diameter) {
    double turn = draws.between(0, Math.PI);
    Outline form =
        switch (shape) {
          case ROUND -> new Outline.Ellipse(1, 1, 0);
          case OVAL -> new Outline.Ellipse(1, 1 / draws.between(1.45, 1.75), turn);
          case SPICULATED -> spiked(draws, turn);
        };
    return form.times(diameter / Extent.longest(form));
  }

  private static Outline spiked(Draws draws, double turn) {
    int count = 8 + draws.below(4);
    List<Outline.Spike> spikes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spikes.add(
          new Outline.Spike(
              turn + 2 * Math.PI * (i + draws.between(-0.2, 0.2)) / count,
              draws.between(0.3, 0.75),
              draws.between(0.16, 0.24)));
    }
    return new Outline.Spiked(1, spikes);
  }
}
