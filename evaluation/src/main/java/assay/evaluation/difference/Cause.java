package assay.evaluation.difference;

/**
 * Where two runs part. In the order in which a question is put, answered, read and scored; a
 * difference of scores is laid to the first of them that can have made it.
 */
public enum Cause {
  /** The question, or a further trial of it, was scored in one run only. */
  SAMPLE_SET("sample set"),
  /** The words that were put differ, and so do the replies. */
  PROMPT("prompt"),
  /** The bytes of pictures differ, and so do the replies. */
  IMAGES("images"),
  /** Settings of generation differ, and so do the replies. */
  SETTINGS("settings"),
  /** The replies differ, though nothing is known to differ that was put. */
  REPLY("reply"),
  /** The same reply was read differently. */
  READING("reading"),
  /** The same reading was scored differently. */
  SCORE("score");

  private final String id;

  Cause(String id) {
    this.id = id;
  }

  /** Its name for people. */
  public String id() {
    return id;
  }
}
