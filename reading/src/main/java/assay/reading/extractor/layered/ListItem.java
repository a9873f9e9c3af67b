package assay.reading.extractor.layered;

import java.util.Set;

/**
 * One entry of a list of options.
 *
 * @param options which; several in "ACD", none for a letter that no option bears
 * @param start where it begins, its brackets and marks included
 * @param letter where the key or text itself stands
 * @param keyEnd behind the key or the text
 * @param end behind the option's text or the remark in brackets that follow a key
 * @param form how it is written
 * @param sound whether the key is an option's and no other option's text stands in its brackets
 * @param misnamed whether another option's text stands behind the label
 */
record ListItem(
    Set<Integer> options,
    int start,
    int letter,
    int keyEnd,
    int end,
    Form form,
    boolean sound,
    boolean misnamed) {

  /** How an entry is written. */
  enum Form {
    KEY,
    /** A key with a full stop, a bracket or a colon behind it. */
    LABEL,
    LABEL_AND_TEXT,
    TEXT
  }
}
