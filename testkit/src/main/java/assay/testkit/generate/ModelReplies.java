package assay.testkit.generate;

import java.util.List;

/**
 * What models say when they mean an option, in forms that any honest reader of replies must read;
 * and what they say when they mean none.
 */
public final class ModelReplies {
  /** {@code <key>} stands for the letter, {@code <text>} for the option's text. */
  private static final List<String> CLEAR =
      List.of(
          "<key>",
          "<key>.",
          "(<key>)",
          "<key>)",
          " <key>\n",
          "ANSWER: <key>",
          "Answer: (<key>)",
          "Answer: <key>.",
          "**Answer: <key>**",
          "The answer is <key>.",
          "The answer is (<key>).",
          "The correct answer is **<key>**.",
          "The correct answer is (<key>) <text>.",
          "The correct option is <key>.",
          "<key>. <text>",
          "(<key>) <text>",
          "<key>: <text>",
          "Final answer: <key>",
          "\\boxed{<key>}",
          "Let us think step by step.\n\nTherefore, the answer is <key>.",
          "The findings fit one option best.\n\nANSWER: <key>");

  private static final List<String> NONE =
      List.of(
          "",
          " \n\t",
          ".",
          "I am not sure.",
          "It depends on the patient.",
          "The question cannot be answered from the information given.",
          "ANSWER:",
          "The answer is",
          "?",
          "I would need to see the image.");

  private final Generators draw;

  ModelReplies(Generators draw) {
    this.draw = draw;
  }

  /** A reply that clearly means that option of the set. */
  public String meaning(OptionSet options, String key) {
    return draw.pick(CLEAR).replace("<key>", key).replace("<text>", options.text(key));
  }

  /** A reply that means no option. */
  public String meaningNone() {
    return draw.pick(NONE);
  }

  /** The reply with reasoning in {@code <think>} before it that names another option. */
  public String afterThinking(String otherKey, String reply) {
    return "<think>\nPerhaps the answer is "
        + otherKey
        + ". ANSWER: "
        + otherKey
        + "\n</think>\n"
        + reply;
  }
}
