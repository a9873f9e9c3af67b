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

  private static final int MOST_LABELS = 10_000;

  private final VisibleText visible;
  private final Presented presented;

  LabelsReader(VisibleText visible, Presented presented) {
    this.visible = visible;
    this.presented = presented;
  }

  Reading read() {
    Span value = AnswerSpans.of(visible);
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
      nothing |= NOTHING.contains(Folding.folded(entry));
    }
    if (nothing && (labels.isEmpty() || entries.size() == 1)) {
      return Readings.read(new Answer.Labels(new TreeSet<>()), from, to);
    }
    if (labels.isEmpty() && !presented.options().isEmpty()) {
      labels.addAll(inSentences(from, to));
    }
    return labels.isEmpty()
        ? Readings.unreadable("no label named")
        : Readings.read(new Answer.Labels(labels), from, to);
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
    while (from < to && "*_\"'`-•[]{}() \t\r#.".indexOf(entry.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "*_\"'`[]{}() \t\r.".indexOf(entry.charAt(to - 1)) >= 0) {
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
