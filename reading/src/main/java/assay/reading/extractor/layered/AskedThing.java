package assay.reading.extractor.layered;

import assay.reading.text.Alphabets;
import assay.reading.text.Days;
import assay.reading.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a question asks for, by its name ("What is the anion gap in mEq/L?"), and where a reply
 * states it: "The anion gap is 24", "NNT = 1 / 0.02 = 50", "First dose: 02.11.2021". A name that
 * stands in a condition or of a norm ("a normal anion gap is 12") states nothing.
 */
final class AskedThing {

  private static final Set<String> OPENERS =
      Set.of("what is", "what was", "what's", "when was", "when is", "calculate", "compute");

  private static final Set<String> DETERMINERS =
      Set.of("the", "this", "his", "her", "their", "patient's", "a", "an", "date", "of");

  /** Words that end the name within the question. */
  private static final Set<String> ENDS =
      Set.of(
          "in",
          "at",
          "for",
          "when",
          "if",
          "using",
          "based",
          "given",
          "with",
          "as",
          "after",
          "on",
          "done",
          "made",
          "performed",
          "taken",
          "per",
          "by");

  /** Words that may stand between the name and its value, what ties them apart. */
  private static final Set<String> PASSED =
      Set.of(
          "is",
          "was",
          "therefore",
          "thus",
          "hence",
          "about",
          "approximately",
          "roughly",
          "around",
          "calculated",
          "estimated",
          "then",
          "equals",
          "equal",
          "to",
          "be",
          "as",
          "exactly",
          "on",
          "score",
          "value",
          "so");

  private static final Set<String> TIES = Set.of("is", "was", "equals", "equal");

  /** Words before the name that make it another thing or none. */
  private static final Set<String> OTHERS =
      Set.of(
          "normal",
          "if",
          "expected",
          "upper",
          "lower",
          "reference",
          "target",
          "typical",
          "average",
          "mean",
          "usual",
          "when",
          "were",
          "would",
          "minimum",
          "maximum",
          "baseline",
          "previous",
          "prior",
          "initial",
          "second",
          "not",
          "uncorrected",
          "unless",
          "suppose",
          "women",
          "men",
          "no",
          "cannot",
          "whether",
          "above",
          "below",
          "other",
          "until",
          "threshold");

  /** Words that may stand right before the name. */
  private static final Set<String> LEADS =
      Set.of(
          "the",
          "this",
          "his",
          "her",
          "their",
          "s",
          "a",
          "an",
          "so",
          "thus",
          "therefore",
          "hence",
          "then",
          "calculated",
          "estimated",
          "total",
          "that",
          "and",
          "integer",
          "overall",
          "final");

  /** Words that initials leave out: "number needed to treat" is NNT. */
  private static final Set<String> SMALL = Set.of("to", "of", "the", "and");

  private static final int LONGEST_NAME = 6;
  private static final int MOST_PLACES = 200;

  private final List<String> names = new ArrayList<>();

  AskedThing(String question) {
    List<String> words = name(Folding.folded(question));
    if (words.isEmpty()) {
      return;
    }
    boolean score = words.getLast().equals("score");
    names.add(String.join(" ", words));
    if (score) {
      names.add("total");
      words = words.subList(0, words.size() - 1);
      if (words.size() == 1) {
        names.add(words.getFirst());
      }
    }
    if (words.size() >= 3) {
      StringBuilder initials = new StringBuilder();
      for (String word : words) {
        if (!SMALL.contains(word)) {
          initials.append(word.charAt(0));
        }
      }
      if (initials.length() > 2) {
        names.add(initials.toString());
      }
    }
  }

  /** The words of the name; none where the question asks otherwise. */
  private static List<String> name(String question) {
    int opener = -1;
    for (String form : OPENERS) {
      int at = question.lastIndexOf(form + " ");
      if (at >= 0 && at + form.length() > opener) {
        opener = at + form.length();
      }
    }
    List<String> words = new ArrayList<>();
    int i = opener;
    while (i >= 0 && i < question.length() && words.size() <= LONGEST_NAME) {
      char c = question.charAt(i);
      if (c == ' ') {
        i++;
        continue;
      }
      int start = i;
      while (i < question.length() && isNamePart(question.charAt(i))) {
        i++;
      }
      String word = question.substring(start, i);
      boolean more = !words.isEmpty() || !DETERMINERS.contains(word);
      if (word.isEmpty() || ENDS.contains(word)) {
        break;
      }
      if (more) {
        words.add(word);
      }
      if (i < question.length() && question.charAt(i) != ' ') {
        break;
      }
    }
    boolean named = !words.isEmpty() && words.size() <= LONGEST_NAME;
    if (named && words.size() > 1 && question.startsWith("when", Math.max(0, opener - 8))) {
      words.remove("given");
    }
    boolean slight = words.size() == 1 && words.getFirst().length() < 3;
    return named && !slight ? words : List.of();
  }

  /** Where values may stand that a sentence or a line of a reply states of it, in order. */
  List<Integer> statedAt(char[] folded, int from, int to) {
    List<Integer> places = new ArrayList<>();
    for (String name : names) {
      char first = name.charAt(0);
      for (int i = from; i + name.length() < to && places.size() < MOST_PLACES; i++) {
        if (folded[i] == first && standsAt(name, folded, i, from, to)) {
          int place = valueAt(folded, i + name.length(), to);
          if (place >= 0 && !ofAnother(folded, i, from)) {
            places.add(place);
          }
        }
      }
    }
    return places;
  }

  private static boolean standsAt(String name, char[] folded, int start, int from, int to) {
    if (start > from && isNamePart(folded[start - 1])) {
      return false;
    }
    for (int k = 0; k < name.length(); k++) {
      if (folded[start + k] != name.charAt(k)) {
        return false;
      }
    }
    int end = start + name.length();
    return end < to && !isNamePart(folded[end]);
  }

  /** Where the value begins that is tied to a name ending here; -1 where none is. */
  private static int valueAt(char[] folded, int nameEnd, int to) {
    int i = nameEnd;
    boolean tied = false;
    while (i < to) {
      char c = folded[i];
      if (Character.isDigit(c) || ((c == '-' || c == '\u2212') && tied)) {
        return tied ? lastOfChain(folded, i, to) : -1;
      }
      if (c == '=' || c == '\u2248') {
        return lastOfChain(folded, i, to);
      }
      if (c == ':' || c == '|') {
        tied = true;
        i++;
      } else if (" *_\"$~".indexOf(c) >= 0) {
        i++;
      } else if (c == '(' && !tied) {
        int close = i;
        while (close < to && close - i < 60 && folded[close] != ')' && folded[close] != '\n') {
          close++;
        }
        if (close >= to || folded[close] != ')') {
          return -1;
        }
        i = close + 1;
      } else if (Character.isLetter(c) && !Alphabets.isUnspaced(c)) {
        int word = i;
        while (i < to && Character.isLetter(folded[i])) {
          i++;
        }
        String said = new String(folded, word, i - word);
        if (!PASSED.contains(said)) {
          return tied && Days.isMonth(said) ? word : -1;
        }
        tied |= TIES.contains(said);
      } else {
        return -1;
      }
    }
    return -1;
  }

  /** Behind the last "=" of a sentence and of lines that go on with "="; else the place itself. */
  private static int lastOfChain(char[] folded, int start, int to) {
    int last = -1;
    int i = start;
    while (i < to) {
      if (folded[i] == '=' || folded[i] == '\u2248') {
        last = i;
      } else if (folded[i] == '\n') {
        int next = i;
        while (next < to && folded[next] <= ' ') {
          next++;
        }
        if (next >= to || (folded[next] != '=' && folded[next] != '\u2248')) {
          break;
        }
      } else if (endsSentence(folded, i, to)) {
        break;
      }
      i++;
    }
    i = last < 0 ? start : last + 1;
    while (i < to && " *_$~".indexOf(folded[i]) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean endsSentence(char[] folded, int i, int to) {
    boolean mark = folded[i] == '.' || folded[i] == ';' || folded[i] == '?';
    return mark && (i + 1 >= to || folded[i + 1] <= ' ');
  }

  /** Whether the words before the name, in its sentence, make it another thing. */
  private static boolean ofAnother(char[] folded, int name, int from) {
    int i = name - 1;
    for (int words = 0; words < 10 && i >= from; words++) {
      while (i >= from && !Character.isLetter(folded[i])) {
        if (folded[i] == '\n' || ".;?!".indexOf(folded[i]) >= 0) {
          return false;
        }
        i--;
      }
      int end = i + 1;
      while (i >= from && end - i < 32 && Character.isLetter(folded[i])) {
        i--;
      }
      String word = new String(folded, i + 1, end - i - 1);
      boolean beside = words == 0 && word.length() > 0 && end > name - 4 && !LEADS.contains(word);
      if (OTHERS.contains(word) || (beside && !hasComma(folded, end, name))) {
        return true; // "corrected anion gap" is not the anion gap
      }
    }
    return false;
  }

  private static boolean hasComma(char[] folded, int from, int to) {
    for (int i = from; i < to; i++) {
      if (folded[i] == ',' || folded[i] == ':' || folded[i] == '(') {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '\u2082';
  }
}
