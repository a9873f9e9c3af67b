package assay.reading.text;

/** Marks by which models end what they write, and which some programs leave in the text. */
final class EndTokens {

  private static final String[] TOKENS = {
    "</s>",
    "<|im_end|>",
    "<|eot_id|>",
    "<|end_of_text|>",
    "<|endoftext|>",
    "<|end|>",
    "<|return|>",
    "<eos>",
    "<end_of_turn>",
    "[eos]",
    "<\uFF5Cend\u2581of\u2581sentence\uFF5C>",
    "<|end\u2581of\u2581sentence|>"
  };

  private EndTokens() {}

  /** Where such marks at the end of a folded text begin, blanks before them taken off. */
  static int start(char[] folded, int from, int to) {
    int end = to;
    int without = without(folded, from, end);
    while (without < end) {
      end = without;
      while (end > from && folded[end - 1] <= ' ') {
        end--;
      }
      without = without(folded, from, end);
    }
    return end;
  }

  private static int without(char[] folded, int from, int end) {
    for (String token : TOKENS) {
      int start = end - token.length();
      if (start >= from && token.contentEquals(new String(folded, start, token.length()))) {
        return start;
      }
    }
    return end;
  }
}
