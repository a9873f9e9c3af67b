package assay.phantoms.question;

import assay.core.Option;
import assay.phantoms.question.Candidate.Cell;
import assay.phantoms.scene.Draws;
import assay.phantoms.scene.PhantomScene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses and words the questions of a set of scenes. Among all that could be asked of an image,
 * those are taken whose words-and-answer group is farthest behind its share, so that neither the
 * words of a question nor the place of an option tells the answer.
 */
public final class PhantomQuestions {

  /** Questions an image. */
  public static final int PER_IMAGE = 4;

  private static final List<String> LETTERS = List.of("A", "B", "C", "D");

  private final Draws draws;
  private final Map<Cell, Integer> chosen = new HashMap<>();
  private final Map<String, int[]> goldPlaces = new HashMap<>();
  private int asked;

  private PhantomQuestions(Draws draws) {
    this.draws = draws;
  }

  /** The questions, {@value #PER_IMAGE} an image, in the order of the images. */
  public static List<PhantomQuestion> of(Draws draws, List<PhantomScene> scenes) {
    PhantomQuestions questions = new PhantomQuestions(draws);
    List<PhantomQuestion> all = new ArrayList<>();
    for (int image = 0; image < scenes.size(); image++) {
      all.addAll(questions.of(image, scenes.get(image)));
    }
    return all;
  }

  private List<PhantomQuestion> of(int image, PhantomScene scene) {
    List<Candidate> open = draws.shuffled(Candidate.of(scene));
    List<PhantomQuestion> taken = new ArrayList<>();
    while (taken.size() < PER_IMAGE) {
      asked++;
      Candidate next = open.stream().max(Comparator.comparingDouble(this::lag)).orElseThrow();
      open.removeIf(other -> excludes(next, other));
      chosen.merge(next.cell(), 1, Integer::sum);
      taken.add(worded(image, next));
    }
    taken.sort(Comparator.comparing(PhantomQuestion::type));
    return taken;
  }

  /** How many questions a candidate's group lacks, in shares of its aim. */
  private double lag(Candidate candidate) {
    double aim = candidate.cell().share() * (asked + 2 * PER_IMAGE);
    return (aim - chosen.getOrDefault(candidate.cell(), 0)) / Math.sqrt(aim);
  }

  /** An image is asked once for each type, but for each lung on its own. */
  private static boolean excludes(Candidate taken, Candidate other) {
    return taken.type() == other.type()
        && (taken.type() != QuestionType.PRESENCE || taken.cue().equals(other.cue()));
  }

  private PhantomQuestion worded(int image, Candidate candidate) {
    QuestionType type = candidate.type();
    String text = draws.pick(Wording.of(type)).replace("{}", candidate.cue());
    List<String> texts = candidate.options();
    if (texts.isEmpty()) {
      return new PhantomQuestion(image, type, text, List.of(), candidate.answer());
    }
    List<String> others = new ArrayList<>(draws.shuffled(texts));
    others.remove(candidate.answer());
    int place = goldPlace(candidate, texts.size());
    others.add(place, candidate.answer());
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      options.add(new Option(LETTERS.get(i), others.get(i)));
    }
    return new PhantomQuestion(image, type, text, options, LETTERS.get(place));
  }

  /** The place where gold stood least often: for this answer, then for this type; then by lot. */
  private int goldPlace(Candidate candidate, int places) {
    int[] ofAnswer =
        goldPlaces.computeIfAbsent(
            candidate.type() + " " + candidate.answer(), key -> new int[places]);
    int[] ofType = goldPlaces.computeIfAbsent(candidate.type().id(), key -> new int[places]);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      order.add(i);
    }
    int place =
        draws.shuffled(order).stream()
            .min(
                Comparator.comparingInt((Integer i) -> ofType[i] / 2 + ofAnswer[i])
                    .thenComparingInt(i -> ofType[i]))
            .orElseThrow();
    ofAnswer[place]++;
    ofType[place]++;
    return place;
  }
}
