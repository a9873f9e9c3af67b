package assay.phantoms.question;

import assay.phantoms.scene.Lesion;
import assay.phantoms.scene.LesionShape;
import assay.phantoms.scene.PhantomScene;
import assay.phantoms.scene.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question that an image could be asked.
 *
 * @param type what is asked for
 * @param cue what the words say besides the type: a side, a length; empty where nothing
 * @param answer the right answer, before options get their letters
 */
record Candidate(QuestionType type, String cue, String answer) {

  /** Lengths that size questions ask about, millimetres. */
  static final List<Integer> LENGTHS = List.of(20, 27, 34);

  /** Size questions keep this far from the truth, so that a fair measurement decides them. */
  static final double MARGIN = 2;

  static final String RIGHT_ONLY = "Right lung only";
  static final String LEFT_ONLY = "Left lung only";
  static final String BOTH = "Both lungs";
  static final String NONE = "There is no lesion";

  /** Every question that fits a scene. */
  static List<Candidate> of(PhantomScene scene) {
    List<Candidate> all = new ArrayList<>();
    all.add(new Candidate(QuestionType.LOCATION, "", location(scene)));
    for (Side side : Side.values()) {
      String answer = scene.count(side) > 0 ? "yes" : "no";
      all.add(new Candidate(QuestionType.PRESENCE, side.word(), answer));
    }
    Optional<Lesion> largest = scene.largest();
    double longest = largest.map(Lesion::diameter).orElse(0.0);
    for (int length : LENGTHS) {
      if (Math.abs(longest - length) >= MARGIN) {
        String answer = longest > length ? "yes" : "no";
        all.add(new Candidate(QuestionType.SIZE, Integer.toString(length), answer));
      }
    }
    all.add(new Candidate(QuestionType.COUNT, "", Integer.toString(scene.lesions().size())));
    largest.ifPresent(
        lesion -> {
          all.add(new Candidate(QuestionType.SHAPE, "", capital(lesion.shape())));
          all.add(
              new Candidate(
                  QuestionType.DIAMETER, "", String.format(Locale.ROOT, "%.1f", longest)));
        });
    return all;
  }

  /** The options of a question of this type, before they are put in order. */
  List<String> options() {
    return switch (type) {
      case LOCATION -> List.of(RIGHT_ONLY, LEFT_ONLY, BOTH, NONE);
      case SHAPE ->
          List.of(
              capital(LesionShape.ROUND),
              capital(LesionShape.OVAL),
              capital(LesionShape.SPICULATED));
      case PRESENCE, SIZE, COUNT, DIAMETER -> List.of();
    };
  }

  /** The group within which questions are balanced: all that the words tell, and the answer. */
  Cell cell() {
    String group =
        type == QuestionType.DIAMETER
            ? Integer.toString((int) (Double.parseDouble(answer) / 4))
            : answer;
    return new Cell(type, cue, group);
  }

  /** A group of questions that are alike in words and answer. */
  record Cell(QuestionType type, String cue, String answer) {

    /** The share of this group among all questions that is aimed at. */
    double share() {
      double ofType =
          switch (type) {
            case LOCATION, PRESENCE -> 1 / 4.0;
            case SHAPE -> 1 / 3.0;
            case SIZE -> 1 / (2.0 * LENGTHS.size());
            case COUNT -> 1 / 5.0;
            case DIAMETER -> 1 / 6.0;
          };
      return ofType / QuestionType.values().length;
    }
  }

  private static String location(PhantomScene scene) {
    boolean right = scene.count(Side.RIGHT) > 0;
    boolean left = scene.count(Side.LEFT) > 0;
    if (right && left) {
      return BOTH;
    }
    return right ? RIGHT_ONLY : left ? LEFT_ONLY : NONE;
  }

  private static String capital(LesionShape shape) {
    String word = shape.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
