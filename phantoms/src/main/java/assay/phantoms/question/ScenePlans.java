package assay.phantoms.question;

import assay.phantoms.scene.Draws;
import assay.phantoms.scene.LesionShape;
import assay.phantoms.scene.SceneDrawer;
import assay.phantoms.scene.ScenePlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Plans a set of scenes so that no answer is more likely than another: a sixth without lesions, the
 * others with one to four in equal parts; a third each in the right lung only, the left only, and
 * both; shapes in equal parts; diameters spread evenly.
 */
public final class ScenePlans {

  private enum Place {
    RIGHT,
    LEFT,
    BOTH
  }

  private ScenePlans() {}

  /** Plans this many scenes; every beginning of the list is about balanced too. */
  public static List<ScenePlan> draw(Draws draws, int images) {
    int none = Math.toIntExact(Math.round(images / 6.0));
    int some = images - none;
    List<Integer> counts = cycled(draws.split("counts"), List.of(1, 2, 3, 4), some);
    List<Integer> diameters = cycled(draws.split("diameters"), ranks(some), some);
    Deck<LesionShape> shapes = new Deck<>(draws.split("shapes"), List.of(LesionShape.values()));
    Deck<Place> single = new Deck<>(draws.split("single"), List.of(Place.RIGHT, Place.LEFT));
    // One lesion cannot lie in both lungs, so several do so more often: 8 of 18.
    List<Place> mixed = new ArrayList<>(Collections.nCopies(8, Place.BOTH));
    mixed.addAll(Collections.nCopies(5, Place.RIGHT));
    mixed.addAll(Collections.nCopies(5, Place.LEFT));
    Deck<Place> several = new Deck<>(draws.split("several"), mixed);
    Draws lots = draws.split("lots");
    List<ScenePlan> plans = new ArrayList<>();
    for (int i = 0; i < none; i++) {
      plans.add(new ScenePlan(0, 0, null, 0));
    }
    for (int i = 0; i < some; i++) {
      int count = counts.get(i);
      double part = (diameters.get(i) + lots.between(0, 1)) / some;
      double diameter =
          SceneDrawer.LEAST_LARGEST + part * (SceneDrawer.MOST_LARGEST - SceneDrawer.LEAST_LARGEST);
      int right = right(count, count == 1 ? single.next() : several.next(), lots);
      plans.add(new ScenePlan(right, count - right, shapes.next(), Math.rint(10 * diameter) / 10));
    }
    return draws.split("order").shuffled(plans);
  }

  private static int right(int count, Place place, Draws lots) {
    return switch (place) {
      case RIGHT -> count;
      case LEFT -> 0;
      case BOTH -> 1 + lots.below(count - 1);
    };
  }

  private static List<Integer> ranks(int count) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranks.add(i);
    }
    return ranks;
  }

  private static <T> List<T> cycled(Draws draws, List<T> values, int count) {
    Deck<T> deck = new Deck<>(draws, values);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(deck.next());
    }
    return all;
  }

  /** Deals values in drawn order, each once before any comes again. */
  private static final class Deck<T> {

    private final Draws draws;
    private final List<T> values;
    private List<T> left = List.of();

    Deck(Draws draws, List<T> values) {
      this.draws = draws;
      this.values = values;
    }

    T next() {
      if (left.isEmpty()) {
        left = draws.shuffled(values);
      }
      T first = left.getFirst();
      left = left.subList(1, left.size());
      return first;
    }
  }
}
