package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.text.Folding;
import assay.reading.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a set of labels: a list parted by commas, semicolons or line ends, in a value marked for
 * machines or in the whole reply. Where the question shows a vocabulary (its options), entries are
 * matched to it by key or text and others are passed over; if no entry is one of it, labels named
 * in sentences and not denied are taken. "None" is the empty set.
 */
final class LabelsReader {

  private static final Set<String> NOTHING =
      Set.of(
          "none",
          "none of the above",
          "no findings",
          "no finding",
          "no labels",
          "[]",
          "{}",
          "-",
          "nothing",
          "n/a",
          "nenhum",
          "nenhuma",
          "ninguno",
          "ninguna",
          "aucun",
          "aucune",
          "keine",
          "nessuno",
          "нет",
          "ninguém",
          "なし",
          "无",
          "無",
          "없음",
          "אין",
          "لا شيء");

  /** What a row of a table says of its label. */
  private static final Map<String, Boolean> PRESENCE =
      Map.ofEntries(
          Map.entry("yes", true),
          Map.entry("true", true),
          Map.entry("present", true),
          Map.entry("positive", true),
          Map.entry("✓", true),
          Map.entry("✔", true),
          Map.entry("✅", true),
          Map.entry("no", false),
          Map.entry("false", false),
          Map.entry("absent", false),
          Map.entry("not present", false),
          Map.entry("negative", false),
          Map.entry("✗", false),
          Map.entry("✘", false),
          Map.entry("❌", false));

  private static final Set<String> HEADINGS =
      Set.of("labels", "final labels", "predicted labels", "label", "etiquetas", "rótulos");

  private static final int MOST_LABELS = 10_000;

  private final VisibleText visible;
  private final Presented presented;

  LabelsReader(VisibleText visible, Presented presented) {
    this.visible = visible;
    this.presented = presented;
  }

  Reading read() {
    Span value = AnswerSpans.of(visible);
    Reading ticked = ofTable(value);
    if (ticked != null) {
      return ticked;
    }
    Span headed = headed(value);
    return headed == null ? ofList(value) : ofList(headed);
  }

  private Reading ofList(Span value) {
    int from = value.start();
    int to = value.end();
    List<String> entries = entries(visible.text().substring(from, to));
    SortedSet<String> labels = new TreeSet<>();
    boolean nothing = false;
    for (String entry : entries) {
      String label = presented.options().isEmpty() ? entry : ofVocabulary(entry);
      if (label != null) {
        labels.add(label);
      }
      // the vocabulary may have a label of its own for nothing
      boolean own = label != null && !presented.options().isEmpty();
      nothing |= !own && NOTHING.contains(Folding.folded(entry));
    }
    if (nothing && (labels.isEmpty() || entries.size() == 1)) {
      return Readings.read(new Answer.Labels(new TreeSet<>()), from, to);
    }
    if (labels.isEmpty() && !presented.options().isEmpty()) {
      if (Undecided.between(visible.folded(), from, to)) {
        return Readings.unreadable("undecided");
      }
      labels.addAll(inSentences(from, to));
    }
    return labels.isEmpty()
        ? Readings.unreadable("no label named")
        : Readings.read(new Answer.Labels(labels), from, to);
  }

  /**
   * The labels that a table or a list says yes to: "| Edema | yes |", "Edema: absent", {@code
   * {"Edema": true, …}}; null where it is not one of these. At least two entries must be of the
   * vocabulary, and each of these must say yes or no.
   */
  private @Nullable Reading ofTable(Span value) {
    if (presented.options().isEmpty()) {
      return null;
    }
    SortedSet<String> labels = new TreeSet<>();
    int rows = 0;
    for (String entry : visible.text().substring(value.start(), value.end()).split("[,;\\n]")) {
      int end = Math.max(entry.lastIndexOf('|', entry.stripTrailing().length() - 2), 0);
      int mark = end > 0 ? end : entry.lastIndexOf(':');
      String label = mark < 0 ? null : ofVocabulary(bare(entry.substring(0, mark)));
      if (label == null) {
        continue;
      }
      Boolean present = PRESENCE.get(Folding.folded(bare(entry.substring(mark + 1))));
      if (present == null) {
        return null;
      }
      rows++;
      if (present) {
        labels.add(label);
      }
    }
    return rows < 2 ? null : Readings.read(new Answer.Labels(labels), value.start(), value.end());
  }

  /** What stands behind the last line that begins with "Labels:", where it names one; or null. */
  private @Nullable Span headed(Span value) {
    char[] folded = visible.folded();
    for (int i = value.end() - 1; i > value.start(); i--) {
      if (folded[i] != ':' || !isHeading(folded, i, value.start())) {
        continue;
      }
      int end = i + 1;
      while (end + 1 < value.end() && !(folded[end] == '\n' && folded[end + 1] == '\n')) {
        end++;
      }
      end = end + 1 >= value.end() ? value.end() : end;
      boolean names =
          entries(visible.text().substring(i + 1, end)).stream()
              .anyMatch(entry -> ofVocabulary(entry) != null);
      return names ? new Span(i + 1, end) : null;
    }
    return null;
  }

  private static boolean isHeading(char[] folded, int colon, int from) {
    int line = colon;
    while (line > from && folded[line - 1] != '\n' && colon - line < 24) {
      line--;
    }
    boolean starts = line == from || folded[line - 1] == '\n';
    return starts && HEADINGS.contains(bare(new String(folded, line, colon - line)));
  }

  private List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length() && entries.size() < MOST_LABELS; i++) {
      boolean ends = i == text.length() || ",;\n、，；".indexOf(text.charAt(i)) >= 0;
      if (ends) {
        String entry = bare(text.substring(start, i));
        if (entries.isEmpty() && !presented.options().isEmpty()) {
          entry = bare(entry.substring(entry.lastIndexOf(':') + 1)); // "The labels are: Fever, …"
        }
        if (!entry.isEmpty()) {
          entries.add(entry);
        }
        start = i + 1;
      }
    }
    return entries;
  }

  private static String bare(String entry) {
    int from = 0;
    int to = entry.length();
    while (from < to && "*_\"'`-•[]{}() \t\r#.|".indexOf(entry.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "*_\"'`[]{}() \t\r.|".indexOf(entry.charAt(to - 1)) >= 0) {
      to--;
    }
    return entry.substring(from, to);
  }

  private @Nullable String ofVocabulary(String entry) {
    String folded = Folding.folded(entry);
    for (Option option : presented.options()) {
      if (Folding.folded(option.key()).equals(folded)
          || Folding.folded(option.text()).equals(folded)) {
        return option.key();
      }
    }
    return null;
  }

  private SortedSet<String> inSentences(int from, int to) {
    OptionTexts texts = new OptionTexts(presented.options(), presented.language());
    Cues cues = new Cues(visible.folded(), from, to, "");
    TextMentions mentions = new TextMentions(texts, visible.folded(), from, to, cues, List.of());
    SortedSet<String> labels = new TreeSet<>();
    for (int option : mentions.allNamed()) {
      labels.add(presented.options().get(option).key());
    }
    return labels;
  }
}
