package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import assay.reading.text.Numerals;
import assay.reading.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * "7 out of 9", "13/15": two numbers that say one thing. Where the question asks for a score or a
 * count they mean the first number; where it asks for a ratio, the one by the other; else a careful
 * reader would hesitate, and they stay two numbers.
 */
final class PartsOfWhole {

  private static final Phrases POINTS =
      Phrases.parse(
          "score|points|index|grade|scale|how many|number of|count|criteria"
              + "|pontuação|pontos|quantos|quantas|puntuación|puntos|puntaje|cuántos|cuántas"
              + "|nombre de|combien de|punkte|wie viele|anzahl|punteggio|quanti|quante");
  private static final Phrases RATIO = Phrases.parse("ratio|proportion|odds");
  private static final Phrases PERCENT = Phrases.parse("%|percent|per cent|prozent|porcent");
  private static final int LONGEST_GAP = 20;
  private static final int LOOKED_AT = 400;

  private enum Asked {
    POINTS,
    RATIO,
    OTHER
  }

  private final char[] folded;
  private final String question;
  private @Nullable Asked asked;

  PartsOfWhole(char[] folded, String question) {
    this.folded = folded;
    this.question = question;
  }

  /** The same numbers, with each pair that means one number made one. */
  List<Numerals.Found> joined(List<Numerals.Found> numbers) {
    List<Numerals.Found> joined = new ArrayList<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      Numerals.Found one = joinedAt(numbers, i);
      joined.add(one == null ? numbers.get(i) : one);
      if (one != null) {
        i++;
      }
    }
    return joined;
  }

  private Numerals.@Nullable Found joinedAt(List<Numerals.Found> numbers, int i) {
    if (i + 1 >= numbers.size()) {
      return null;
    }
    Numerals.Found part = numbers.get(i);
    Numerals.Found whole = numbers.get(i + 1);
    boolean chain = isSlashBefore(part.start()) || isSlashAt(whole.unitEnd());
    boolean plausible = part.value() >= 0 && part.value() <= whole.value() && whole.value() > 0;
    boolean measured = part.unit() != null || whole.unit() != null;
    if (chain || !plausible || measured || !isParted(part.end(), whole.start())) {
      return null;
    }
    OptionalDouble value = value(part.value(), whole.value());
    return value.isEmpty()
        ? null
        : new Numerals.Found(
            part.start(), whole.end(), whole.end(), value.getAsDouble(), null, part.bound());
  }

  private OptionalDouble value(double part, double whole) {
    if (asked == null) {
      asked = asked(question);
    }
    return switch (asked) {
      case POINTS -> OptionalDouble.of(part);
      case RATIO -> OptionalDouble.of(part / whole);
      case OTHER -> OptionalDouble.empty();
    };
  }

  private boolean isParted(int from, int to) {
    if (to - from > LONGEST_GAP) {
      return false;
    }
    String between = new String(folded, from, to - from).strip();
    return between.equals("/") || between.equals("out of") || between.equals("out of a possible");
  }

  private boolean isSlashBefore(int start) {
    return start > 0 && folded[start - 1] == '/';
  }

  private boolean isSlashAt(int end) {
    return end < folded.length && folded[end] == '/';
  }

  /** What the question asks for: its last interrogative sentence and what follows it. */
  private static Asked asked(String question) {
    char[] text = Folding.fold(question);
    int end = text.length;
    int mark = end;
    while (mark > 0 && text[mark - 1] != '?') {
      mark--;
    }
    int start = Math.max(Question.lastSentence(text, mark > 0 ? mark : end), end - LOOKED_AT);
    if (PERCENT.find(text, start, end) >= 0) {
      return Asked.OTHER;
    }
    if (RATIO.find(text, start, end) >= 0) {
      return Asked.RATIO;
    }
    return POINTS.find(text, start, end) >= 0 ? Asked.POINTS : Asked.OTHER;
  }
}
