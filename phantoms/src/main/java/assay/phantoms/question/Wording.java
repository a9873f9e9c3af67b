package assay.phantoms.question;

import java.util.List;

/** The words of questions; several for each type, drawn without regard to the answer. */
final class Wording {

  private Wording() {}

  /** The ways to ask; {@code {}} stands for the cue. */
  static List<String> of(QuestionType type) {
    return switch (type) {
      case LOCATION ->
          List.of("In which lung are lesions to be seen?", "Where does the image show lesions?");
      case SHAPE ->
          List.of(
              "What is the shape of the largest lesion?",
              "Which word describes the outline of the largest lesion best?");
      case PRESENCE ->
          List.of(
              "Is there a lesion in the patient's {} lung?",
              "Does the patient's {} lung contain any lesion?");
      case SIZE ->
          List.of(
              "Is any lesion longer than {} mm?",
              "Does the image show a lesion with a diameter of more than {} mm?");
      case COUNT ->
          List.of("How many lesions does the image show?", "What is the number of lesions?");
      case DIAMETER ->
          List.of(
              "What is the diameter of the largest lesion, in millimetres?",
              "How long is the largest lesion, in millimetres?");
    };
  }
}
