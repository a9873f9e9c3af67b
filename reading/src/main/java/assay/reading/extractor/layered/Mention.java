package assay.reading.extractor.layered;

/**
 * An option named in a reply by its key.
 *
 * @param option which option, or {@link OptionKeys#FOREIGN} for a letter that no option bears
 * @param start where it begins, brackets and emphasis included
 * @param letter where the key itself stands
 * @param end behind it: key, brackets, and the option's text where that follows
 * @param form how it is written
 * @param startsLine whether only bullets and marks stand before it on its line
 * @param listed whether it is an entry of a list that restates the options
 * @param several whether another option is joined to it: "B, C", "A and B"
 * @param contradicted whether the text behind the key is that of another option
 * @param before what the words before it say
 * @param behind what the words behind it say
 */
record Mention(
    int option,
    int start,
    int letter,
    int end,
    Form form,
    boolean startsLine,
    boolean listed,
    boolean several,
    boolean contradicted,
    Cues.Before before,
    Cues.Behind behind) {

  /** How a key is written, from the weakest evidence that it is meant as one to the strongest. */
  enum Form {
    /** A letter within a sentence. */
    BARE,
    /** In brackets, quotation marks or emphasis, or after "option". */
    MARKED,
    /** With a full stop, bracket or colon behind it and text behind that. */
    LABEL,
    /** A label with the option's own text. */
    LABEL_AND_TEXT,
    /** Alone on its line. */
    ALONE
  }

  /** Whether the mention says that this option is the answer. */
  boolean announced() {
    // "grade V on the right" is no verdict on an option
    boolean right =
        behind == Cues.Behind.RIGHT && before != Cues.Before.DENIAL && option != OptionKeys.FOREIGN;
    return (before.announces() && behind != Cues.Behind.WRONG) || right;
  }

  /** Whether the mention says that this option is not the answer. */
  boolean denied() {
    return before == Cues.Before.DENIAL || behind == Cues.Behind.WRONG;
  }

  Mention asListed() {
    return new Mention(
        option, start, letter, end, form, startsLine, true, several, contradicted, before, behind);
  }
}
