package assay.phantoms.scene;

import java.util.List;

/** A closed line around a centre, seen from which every direction meets it once. Millimetres. */
public sealed interface Outline {

  /** Distance of the line from the centre in a direction, radians clockwise from the right. */
  double radius(double direction);

  /** The outline in the same form, every distance multiplied. */
  Outline times(double factor);

  /**
   * An ellipse.
   *
   * @param half half of its length
   * @param across half of its width, at most {@code half}
   * @param direction of its length, radians clockwise from the right
   */
  record Ellipse(double half, double across, double direction) implements Outline {
    @Override
    public double radius(double angle) {
      double along = StrictMath.cos(angle - direction) / half;
      double aside = StrictMath.sin(angle - direction) / across;
      return 1 / Math.sqrt(along * along + aside * aside);
    }

    @Override
    public Outline times(double factor) {
      return new Ellipse(half * factor, across * factor, direction);
    }
  }

  /**
   * A circle with spikes.
   *
   * @param core radius of the circle
   * @param spikes the spikes, at least one
   */
  record Spiked(double core, List<Spike> spikes) implements Outline {
    public Spiked {
      spikes = List.copyOf(spikes);
    }

    @Override
    public double radius(double angle) {
      double most = 0;
      for (Spike spike : spikes) {
        most = Math.max(most, spike.height(angle));
      }
      return core + most;
    }

    @Override
    public Outline times(double factor) {
      return new Spiked(
          core * factor,
          spikes.stream()
              .map(s -> new Spike(s.direction(), s.height() * factor, s.halfWidth()))
              .toList());
    }
  }

  /**
   * A spike with a blunt tip: its height falls off as a parabola to both sides.
   *
   * @param direction of its tip, radians clockwise from the right
   * @param height of its tip above the circle
   * @param halfWidth half of the angle that its foot takes, radians
   */
  record Spike(double direction, double height, double halfWidth) {
    double height(double angle) {
      double turn = Math.abs(angle - direction) % (2 * Math.PI);
      double off = Math.min(turn, 2 * Math.PI - turn);
      double part = off / halfWidth;
      return part >= 1 ? 0 : height * (1 - part * part);
    }
  }
}
