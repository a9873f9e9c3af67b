package assay.phantoms.reader;

import java.util.SequencedMap;

/** What a question asks for, as its words say. */
sealed interface Asked {

  /** Which of the options says where lesions lie. */
  record Where(SequencedMap<String, String> options) implements Asked {}

  /** Which of the options says the largest lesion's shape. */
  record Shape(SequencedMap<String, String> options) implements Asked {}

  /** Whether the patient's right (or left) lung holds a lesion. */
  record Presence(boolean right) implements Asked {}

  /** Whether any lesion is longer than this many millimetres. */
  record LongerThan(double millimetres) implements Asked {}

  /** How many lesions there are. */
  record Count() implements Asked {}

  /** The largest lesion's diameter. */
  record Diameter() implements Asked {}

  /** Something that this reader does not understand. */
  record Unknown() implements Asked {}
}
