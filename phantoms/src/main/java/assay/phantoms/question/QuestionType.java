package assay.phantoms.question;

import assay.core.AnswerKind;

/** What phantom questions ask for. */
public enum QuestionType {
  /** Which lung or lungs hold lesions. */
  LOCATION("location", AnswerKind.CHOICE),
  /** The shape of the largest lesion. */
  SHAPE("shape", AnswerKind.CHOICE),
  /** Whether a given lung holds a lesion. */
  PRESENCE("presence", AnswerKind.YES_NO),
  /** Whether any lesion is longer than a given length. */
  SIZE("size", AnswerKind.YES_NO),
  /** How many lesions there are. */
  COUNT("count", AnswerKind.NUMBER),
  /** The longest diameter of the largest lesion. */
  DIAMETER("diameter", AnswerKind.NUMBER);

  private final String id;
  private final AnswerKind kind;

  QuestionType(String id, AnswerKind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** The value of the tag {@code question}. */
  public String id() {
    return id;
  }

  /** The kind of answer. */
  public AnswerKind kind() {
    return kind;
  }
}
