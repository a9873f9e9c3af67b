package assay.reading.extractor.layered;

import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.reading.extractor.Readings;
import assay.reading.text.Folding;
import assay.reading.text.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The option that a reply announces by its key ("The answer is (C)", "B is correct", "Answer D."),
 * and whether an option that is named stands: alone, not contradicted by its own text, and not
 * taken back behind it.
 */
final class AnnouncedOptions {

  private static final Reading WITHDRAWN = Readings.unreadable("taken back");
  private static final Reading NONE_OF_THEM = Readings.unreadable("says none of the options");

  /** The key is one option's, the text beside it another's. */
  static final Reading CONTRADICTION = Readings.unreadable("letter and text disagree");

  private final VisibleText visible;
  private final char[] folded;
  private final Presented presented;
  private final OptionKeys keys;

  AnnouncedOptions(VisibleText visible, Presented presented, OptionKeys keys) {
    this.visible = visible;
    this.presented = presented;
    this.keys = keys;
    folded = visible.folded();
  }

  /** The last option announced by its key. */
  @Nullable Reading announced(List<Mention> mentions, Refuted refuted) {
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Mention mention = mentions.get(i);
      if (mention.announced() && refuted.covers(mention)) {
        continue;
      }
      if (mention.announced()) {
        Mention earlier = i > 0 ? mentions.get(i - 1) : mention;
        if (earlier.option() != mention.option()
            && earlier.announced()
            && restarts(earlier, mention)) {
          return Readings.SEVERAL_OPTIONS;
        }
        if (ofSeveral(mentions, i)) {
          return Readings.SEVERAL_OPTIONS;
        }
        boolean takenBack = NoneOfThem.says(folded, mention.end(), visible.end());
        Reading accepted = takenBack ? NONE_OF_THEM : accept(mention);
        Mention corrected = accepted == WITHDRAWN ? concluded(mentions, i) : null;
        return corrected == null ? accepted : accept(corrected);
      }
    }
    return null;
  }

  /** The option that a conclusion names behind an answer that is taken back: "…, so C." */
  private @Nullable Mention concluded(List<Mention> mentions, int index) {
    for (int i = mentions.size() - 1; i > index; i--) {
      Mention mention = mentions.get(i);
      if (mention.before() == Cues.Before.CONCLUSION && endsClause(mention) && !mention.denied()) {
        return mention;
      }
    }
    return null;
  }

  /**
   * Whether an announced option is one of several: the first of a list behind "the answers are", or
   * the last of a list of which more than one is called right.
   */
  private static boolean ofSeveral(List<Mention> mentions, int index) {
    Mention mention = mentions.get(index);
    if (mention.before() == Cues.Before.ANNOUNCEMENT_OF_SEVERAL) {
      return mentions.stream()
          .skip(index + 1L)
          .anyMatch(other -> other.option() != mention.option() && !other.denied());
    }
    return mention.behind() == Cues.Behind.RIGHT
        && mentions.stream()
            .limit(index)
            .filter(other -> other.option() != mention.option())
            .anyMatch(
                other ->
                    other.before() == Cues.Before.ANNOUNCEMENT_OF_SEVERAL
                        || (mention.startsLine()
                            && other.startsLine()
                            && other.behind() == Cues.Behind.RIGHT));
  }

  /** "Answer D." as a sentence of its own, if all such name the same option. */
  @Nullable Reading curt(List<Mention> mentions, Refuted refuted) {
    Mention only = null;
    for (Mention mention : mentions) {
      if (mention.listed() || mention.denied() || !CurtAnswers.is(mention, visible)) {
        continue;
      }
      if (only != null && only.option() != mention.option()) {
        return Readings.SEVERAL_OPTIONS;
      }
      only = mention;
    }
    return only == null || refuted.covers(only) ? null : accept(only);
  }

  /** "Answer: A. Answer: B.": nothing between the two but the second announcement itself. */
  private boolean restarts(Mention earlier, Mention later) {
    int end = later.start();
    int i = earlier.end();
    if (end - i > 40) {
      return false;
    }
    while (i < end) {
      if (!Character.isLetter(folded[i])) {
        i++;
        continue;
      }
      int word = i;
      while (i < end && Character.isLetter(folded[i])) {
        i++;
      }
      int plain = CueWords.ANSWER | CueWords.COPULA | CueWords.OFFERED;
      String said = new String(folded, word, i - word);
      boolean known = said.equals("the") || said.equals("correct") || said.equals("final");
      if (!known && (CueWords.classes(said) & plain) == 0) {
        return false;
      }
    }
    return true;
  }

  /** What naming an option gives; nothing where it does not stand. */
  Reading accept(Mention mention) {
    if (mention.several()) {
      return Readings.SEVERAL_OPTIONS;
    }
    if (mention.option() < 0) {
      return Readings.FOREIGN_LETTER;
    }
    if (mention.contradicted()) {
      return CONTRADICTION;
    }
    if (TakenBack.says(folded, mention.end(), visible.end(), offersNo())) {
      return WITHDRAWN;
    }
    return Readings.option(keys.key(mention.option()), mention.start(), mention.end());
  }

  private boolean offersNo() {
    return presented.options().stream()
        .anyMatch(option -> Folding.folded(option.text()).startsWith("no"));
  }

  /** Whether an option is the last word of its clause. */
  boolean endsClause(Mention mention) {
    int i = mention.end();
    while (i < folded.length && (folded[i] == ' ' || folded[i] == '*' || folded[i] == '"')) {
      i++;
    }
    return i >= visible.end() || ".,;\n)".indexOf(folded[i]) >= 0;
  }
}
