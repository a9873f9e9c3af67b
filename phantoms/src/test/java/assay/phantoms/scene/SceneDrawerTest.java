package assay.phantoms.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneDrawerTest {

  private static final int SEEDS = 200;

  private static ScenePlan plan(int seed) {
    int lesions = seed % 5;
    int right = lesions == 0 ? 0 : (seed / 5) % (lesions + 1);
    return lesions == 0
        ? new ScenePlan(0, 0, null, 0)
        : new ScenePlan(
            right,
            lesions - right,
            LesionShape.values()[seed % 3],
            Math.rint(10 * (15 + 24 * (seed * 37 % SEEDS) / (double) SEEDS)) / 10);
  }

  private static final List<PhantomScene> SCENES =
      IntStream.range(0, SEEDS)
          .mapToObj(seed -> SceneDrawer.draw(Draws.of(seed), plan(seed)))
          .toList();

  private static PhantomScene scene(int seed) {
    return SCENES.get(seed);
  }

  @Test
  void scenesHoldWhatWasPlanned() {
    for (int seed = 0; seed < SEEDS; seed++) {
      PhantomScene scene = scene(seed);
      ScenePlan plan = plan(seed);

      assertThat(scene.count(Side.RIGHT)).isEqualTo(plan.right());
      assertThat(scene.count(Side.LEFT)).isEqualTo(plan.left());
      if (plan.lesions() > 0) {
        Lesion largest = scene.largest().orElseThrow();
        assertThat(largest.shape()).isEqualTo(plan.largestShape());
        assertThat(largest.diameter()).isEqualTo(plan.largestDiameter());
        for (Lesion other : scene.lesions()) {
          assertThat(other.diameter()).isGreaterThanOrEqualTo(SceneDrawer.SMALLEST);
          if (other != largest) {
            assertThat(largest.diameter() - other.diameter())
                .isGreaterThanOrEqualTo(SceneDrawer.LEAD - 0.1);
          }
        }
      }
    }
  }

  /** The longest extent is the widest shadow over all directions: another way to the same. */
  @Test
  void diametersAreTheWidestShadow() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Lesion lesion : scene(seed).lesions()) {
        double[] x = new double[2880];
        double[] y = new double[x.length];
        for (int j = 0; j < x.length; j++) {
          double angle = 2 * Math.PI * j / x.length;
          x[j] = lesion.outline().radius(angle) * Math.cos(angle);
          y[j] = lesion.outline().radius(angle) * Math.sin(angle);
        }
        double widest = 0;
        for (int i = 0; i < 720; i++) {
          double cos = Math.cos(Math.PI * i / 720);
          double sin = Math.sin(Math.PI * i / 720);
          double near = Double.MAX_VALUE;
          double far = -Double.MAX_VALUE;
          for (int j = 0; j < x.length; j++) {
            double along = x[j] * cos + y[j] * sin;
            near = Math.min(near, along);
            far = Math.max(far, along);
          }
          widest = Math.max(widest, far - near);
        }
        // Directions and points are steps of a quarter and an eighth of a degree.
        assertThat(widest).isCloseTo(lesion.diameter(), within(0.02));
      }
    }
  }

  @Test
  void lesionsLieInsideTheirLungAwayFromItsRim() {
    for (int seed = 0; seed < SEEDS; seed++) {
      PhantomScene scene = scene(seed);
      for (Lesion lesion : scene.lesions()) {
        Region lung = scene.anatomy().lung(lesion.side());
        for (int i = 0; i < 720; i++) {
          double angle = 2 * Math.PI * i / 720;
          double radius = lesion.outline().radius(angle) + SceneDrawer.RIM * 0.75;
          double x = lesion.x() + radius * Math.cos(angle);
          double y = lesion.y() + radius * Math.sin(angle);
          assertThat(lung.distance(x, y)).as("seed %d, %s", seed, lesion).isLessThan(0);
        }
        assertThat(Math.signum(lesion.x())).isEqualTo(lesion.side().direction());
      }
    }
  }

  @Test
  void lesionsKeepApartFromOneAnotherAndFromVessels() {
    for (int seed = 0; seed < SEEDS; seed++) {
      PhantomScene scene = scene(seed);
      List<Lesion> lesions = scene.lesions();
      for (int i = 0; i < lesions.size(); i++) {
        for (int j = i + 1; j < lesions.size(); j++) {
          Lesion a = lesions.get(i);
          Lesion b = lesions.get(j);
          double apart = Math.hypot(a.x() - b.x(), a.y() - b.y()) - a.reach() - b.reach();
          assertThat(apart).isGreaterThan(SceneDrawer.GAP);
        }
        for (Vessel vessel : scene.vessels()) {
          Lesion lesion = lesions.get(i);
          assertThat(vessel.region().distance(lesion.x(), lesion.y()))
              .isGreaterThan(lesion.reach() + 2);
        }
      }
    }
  }

  @Test
  void shapesAreWhatTheirNamesSay() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Lesion lesion : scene(seed).lesions()) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < 360; i++) {
          double radius = lesion.outline().radius(Math.toRadians(i));
          least = Math.min(least, radius);
          most = Math.max(most, radius);
        }
        switch (lesion.shape()) {
          case ROUND -> assertThat(most / least).isCloseTo(1, within(1e-9));
          case OVAL -> assertThat(most / least).isBetween(1.44, 1.76);
          case SPICULATED -> assertThat(most / least).isBetween(1.3, 1.76);
        }
      }
    }
  }

  @Test
  void theSameDrawsGiveTheSameScene() {
    for (int seed = 0; seed < 20; seed++) {
      PhantomScene first = scene(seed);
      assertThat(SceneDrawer.draw(Draws.of(seed), plan(seed))).isEqualTo(first);
      assertThat(SceneDrawer.draw(Draws.of(seed + 1000), plan(seed))).isNotEqualTo(first);
    }
  }

  @Test
  void plansThatContradictThemselvesAreRefused() {
    assertThatThrownBy(() -> new ScenePlan(0, 0, LesionShape.ROUND, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the largest of 0 lesions: ROUND, 20.0");
    assertThatThrownBy(() -> new ScenePlan(-1, 2, LesionShape.ROUND, 20))
        .hasMessage("-1, 2 lesions: expected 0 or more");
    assertThatThrownBy(
            () -> SceneDrawer.draw(Draws.of(1), new ScenePlan(60, 60, LesionShape.ROUND, 39)))
        .hasMessageStartingWith("no room for ScenePlan[right=60, left=60");
  }

  @Test
  void partsHaveDrawsOfTheirOwn() {
    Draws draws = Draws.of(5);
    double first = draws.split("a").between(0, 1);
    draws.between(0, 1);
    assertThat(draws.split("a").between(0, 1)).isEqualTo(first);
    assertThat(draws.split("b").between(0, 1)).isNotEqualTo(first);
    assertThat(Draws.of(draws.split("a").seed()).between(0, 1)).isEqualTo(first);
  }
}
