package assay.reading.extractor.layered;

/**
 * What the words around a named option say about it. Before it: "the answer is", "I choose",
 * "Resposta:", "正解は" (an announcement), "the most likely diagnosis is" (a statement), "is not" (a
 * denial). Behind it: "is correct", "is unlikely". Looks at most a sentence far.
 */
final class Cues {

  /** What stands before an option. */
  enum Before {
    NOTHING,
    /** "… is", "…:" of something that is not called the answer. */
    STATEMENT,
    /** "Thus," and nothing else. */
    CONCLUSION,
    /** "It might be". */
    SUPPOSITION,
    /** "The most likely diagnosis is", "Thus the rate is": a statement that weighs or concludes. */
    JUDGEMENT,
    /** "The answer is", "I choose". */
    ANNOUNCEMENT,
    /** "The correct answers are": one of several, perhaps. */
    ANNOUNCEMENT_OF_SEVERAL,
    /** "The answer is not". */
    DENIAL;

    /** Whether a statement, weighing or not, names what follows. */
    boolean states() {
      return this == STATEMENT || this == JUDGEMENT;
    }

    /** Whether what follows is called an answer. */
    boolean announces() {
      return this == ANNOUNCEMENT || this == ANNOUNCEMENT_OF_SEVERAL;
    }
  }

  /** What stands behind an option. */
  enum Behind {
    NOTHING,
    RIGHT,
    WRONG
  }

  private final Question asked;
  private final Announcements announcements;
  private final Verdicts verdicts;

  /**
   * Cues in a part of a folded text.
   *
   * @param question the question's text; empty where it does not matter
   */
  Cues(char[] folded, int from, int to, String question) {
    asked = new Question(question);
    announcements = new Announcements(folded, from, to, asked);
    verdicts = new Verdicts(folded, from, to, asked);
  }

  /** Whether the question asks for what is wrong or to be avoided. */
  boolean asksForWrong() {
    return asked.asksForWrong();
  }

  /** What stands before an option that begins at {@code start}, its brackets and marks included. */
  Before before(int start) {
    return announcements.before(start);
  }

  /** What stands behind an option that begins at {@code start} and ends at {@code end}. */
  Behind behind(int start, int end) {
    return verdicts.behind(start, end);
  }
}
