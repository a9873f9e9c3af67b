package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The rule of MMMU for multiple choice, and its form in MMMU-Pro; without their random option:
 * where they would draw one, the reply is unreadable.
 *
 * <p>Candidates are looked for step by step, the next step only if the one before found none:
 * {@code (A)} anywhere; the letter with a blank on both sides (MMMU) or behind it alone (MMMU-Pro);
 * in MMMU-Pro the letter before a full stop; and, where the reply has more than five words, options
 * whose text stands in it. Of several candidates the one that stands last is taken. MMMU-Pro first
 * looks behind the last {@code Answer:}, where a single option letter, even within a word, decides.
 *
 * <p>Both read articles and letters of words: MMMU-Pro takes "B. A Renaut body" for A.
 */
public final class MmmuExtractor extends ReplyRule {

  private static final String ANSWER = "Answer:";
  private static final String STRIPPED = ",.!?;:'";
  private static final int FEW_WORDS = 5;

  private enum Form {
    MMMU,
    MMMU_PRO
  }

  private final Form form;

  private MmmuExtractor(Descriptor descriptor, Form form) {
    super(descriptor, EnumSet.of(AnswerKind.CHOICE));
    this.form = form;
  }

  /** MMMU's rule of 2023. */
  public static MmmuExtractor mmmu() {
    return new MmmuExtractor(
        new Descriptor(
            "mmmu",
            1,
            "MMMU's rule, without its random option",
            "MMMU, mmmu/utils/eval_utils.py parse_multi_choice_response"
                + " (github.com/MMMU-Benchmark/MMMU, bb0b95a)"),
        Form.MMMU);
  }

  /** MMMU-Pro's rule of 2024. */
  public static MmmuExtractor mmmuPro() {
    return new MmmuExtractor(
        new Descriptor(
            "mmmu-pro",
            1,
            "MMMU-Pro's rule, without its random option",
            "MMMU-Pro, mmmu-pro/evaluate.py parse_multi_choice_response"
                + " (github.com/MMMU-Benchmark/MMMU, bb0b95a)"),
        Form.MMMU_PRO);
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    if (form == Form.MMMU_PRO) {
      int answer = text.lastIndexOf(ANSWER);
      if (answer >= 0) {
        List<Option> named = containing(text, answer + ANSWER.length(), presented);
        if (named.size() == 1) {
          String key = named.getFirst().key();
          int at = text.indexOf(key, answer + ANSWER.length());
          return Readings.option(key, at, at + key.length());
        }
      }
    }
    int from = 0;
    int to = text.length();
    for (int i = 0; i < STRIPPED.length(); i++) {
      while (from < to && text.charAt(from) == STRIPPED.charAt(i)) {
        from++;
      }
      while (to > from && text.charAt(to - 1) == STRIPPED.charAt(i)) {
        to--;
      }
    }
    // A blank on either side, as in the original; so places in it are one further than in the
    // reply.
    String padded = " " + text.substring(from, to) + " ";
    return lastCandidate(padded, from - 1, presented);
  }

  private static List<Option> containing(String text, int from, Presented presented) {
    List<Option> named = new ArrayList<>();
    for (Option option : presented.options()) {
      if (text.indexOf(option.key(), from) >= 0) {
        named.add(option);
      }
    }
    return named;
  }

  private Reading lastCandidate(String text, int shift, Presented presented) {
    List<Option> bracketed = candidates(text, "(", ")", presented);
    if (!bracketed.isEmpty()) {
      return last(bracketed, text, "(", ")", shift);
    }
    List<Option> standing = candidates(text, form == Form.MMMU ? " " : "", " ", presented);
    if (!standing.isEmpty()) {
      return last(standing, text, " ", " ", shift);
    }
    if (form == Form.MMMU_PRO) {
      List<Option> dotted = candidates(text, "", ".", presented);
      if (!dotted.isEmpty()) {
        return last(dotted, text, " ", " ", shift);
      }
    }
    return wordCount(text) > FEW_WORDS ? byText(text, shift, presented) : Readings.NO_OPTION;
  }

  private static List<Option> candidates(
      String text, String before, String behind, Presented presented) {
    List<Option> found = new ArrayList<>();
    for (Option option : presented.options()) {
      if (text.contains(before + option.key() + behind)) {
        found.add(option);
      }
    }
    return found;
  }

  /**
   * The candidate whose last place, in the given surroundings, is furthest; the first of equals.
   */
  private static Reading last(
      List<Option> candidates, String text, String before, String behind, int shift) {
    Option best = candidates.getFirst();
    int furthest = -1;
    for (Option option : candidates) {
      int at = text.lastIndexOf(before + option.key() + behind);
      if (at > furthest) {
        furthest = at;
        best = option;
      }
    }
    int at = furthest < 0 ? text.indexOf(best.key()) : furthest + before.length();
    return option(best, at + shift);
  }

  private static Reading byText(String text, int shift, Presented presented) {
    String lower = text.toLowerCase(Locale.ROOT);
    Option best = null;
    int furthest = -1;
    for (Option option : presented.options()) {
      int at = lower.lastIndexOf(option.text().toLowerCase(Locale.ROOT));
      if (at > furthest) {
        furthest = at;
        best = option;
      }
    }
    if (best == null) {
      return Readings.NO_OPTION;
    }
    int start = Math.max(0, furthest + shift);
    return Readings.option(best.key(), start, start + best.text().length());
  }

  private static Reading option(Option option, int at) {
    int start = Math.max(0, at);
    return Readings.option(option.key(), start, start + option.key().length());
  }

  private static int wordCount(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = PythonText.isSpace(text.charAt(i));
      words += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return words;
  }
}
