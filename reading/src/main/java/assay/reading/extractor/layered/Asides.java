package assay.reading.extractor.layered;

import assay.reading.text.Numerals;
import assay.reading.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Numbers that stand beside a value and are no rivals of it: norms, bounds and earlier values in
 * brackets behind it ("38% (normal: 52-72%)", "8 mm (previously 5 mm)").
 */
final class Asides {

  private static final Phrases OPENING =
      Phrases.parse(
          "normal|norm|reference|ref|previously|previous|prior|was |formerly|vs|versus|compared"
              + "|target|cut-off|cutoff|threshold|limit|95% ci|95 % ci|ci |95% confidence|range"
              + "|vorher|zuvor|vormals|referenz|valeurs|valeur normale|norme|antérieurement|vn "
              + "|valores|valor normal|previo|antes|anteriormente|referência|referencia|valori"
              + "|in a woman|in women|in a man|in men|for a woman|for women|for a man|for men");

  private static final Phrases COMPARING =
      Phrases.parse(
          "in contrast|by contrast|on the other hand|for comparison|in comparison|conversely");

  /** Words before a number that is a name and no value. */
  private static final Set<String> NAMED =
      Set.of("stage", "type", "figure", "fig", "table", "step", "phase", "stadium", "estadio");

  private Asides() {}

  /** The numbers without asides; all where nothing else stands before these. */
  static List<Numerals.Found> without(List<Numerals.Found> numbers, char[] folded, int from) {
    if (numbers.size() < 2) {
      return numbers;
    }
    List<Numerals.Found> values =
        numbers.stream().filter(number -> !isName(number, folded, from)).toList();
    return values.isEmpty() ? numbers : besides(values, folded, from);
  }

  /** "stage 2", "figure 3": the number is a name. */
  private static boolean isName(Numerals.Found number, char[] folded, int from) {
    int end = number.start();
    while (end > from && folded[end - 1] == ' ') {
      end--;
    }
    int start = end;
    while (start > from && end - start < 12 && Character.isLetter(folded[start - 1])) {
      start--;
    }
    return number.unit() == null && NAMED.contains(new String(folded, start, end - start));
  }

  private static List<Numerals.Found> besides(
      List<Numerals.Found> numbers, char[] folded, int from) {
    List<Numerals.Found> kept = new ArrayList<>(numbers.size());
    for (Numerals.Found number : numbers) {
      int bracket = kept.isEmpty() ? -1 : bracketBefore(folded, number.start(), from);
      boolean behindValue = bracket >= 0 && kept.getLast().unitEnd() <= bracket;
      boolean aside =
          behindValue
              && (number.bound()
                  || OPENING.matchAt(folded, wordFrom(folded, bracket + 1), folded.length) >= 0);
      if (!aside) {
        kept.add(number);
      }
    }
    return kept;
  }

  /** Whether the sentence that has come to a place sets one thing against another. */
  static boolean compares(char[] folded, int place, int from) {
    int start = place;
    while (start > from && folded[start - 1] != '\n' && !endsSentence(folded, start - 1)) {
      start--;
    }
    return COMPARING.find(folded, start, place) >= 0;
  }

  private static boolean endsSentence(char[] folded, int i) {
    return folded[i] == '.' && i + 1 < folded.length && folded[i + 1] <= ' ';
  }

  private static int wordFrom(char[] folded, int start) {
    int i = start;
    while (i < folded.length && folded[i] == ' ') {
      i++;
    }
    return i;
  }

  /** The round bracket that is open at a place of a line, or -1. */
  private static int bracketBefore(char[] folded, int place, int from) {
    for (int i = place - 1; i >= from && place - i < 100; i--) {
      if (folded[i] == '(') {
        return i;
      }
      if (folded[i] == ')' || folded[i] == '\n') {
        return -1;
      }
    }
    return -1;
  }
}
