package assay.reading.extractor.layered;

import assay.core.Option;
import assay.reading.text.Folding;
import assay.reading.text.Phrases;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "All of the above", "All of them except C": every option, or every one but those named. */
final class AllOfThem {

  private static final Phrases ALL =
      Phrases.parse(
          "all of the above|all of them|all of these|all of those|all the above|all options"
              + "|all the options|all of the options|all answers|all the answers|all statements"
              + "|all of the statements|all the statements|todas las anteriores"
              + "|todas las opciones|todas as anteriores|todas as alternativas|todas as opções"
              + "|toutes les propositions|toutes les réponses|alle antworten|alle aussagen"
              + "|alle genannten|tutte le precedenti|tutte le risposte|все перечисленные"
              + "|все варианты|以上都是|以上全部");

  /** What means all of them only where some are excepted. */
  private static final Phrases WITH_EXCEPTION =
      Phrases.parse("all |everything |todas |todos |toutes |tous |alle |alles |tutte |все ");

  private static final Phrases EXCEPT =
      Phrases.parse(
          "except for |except |apart from |other than |but |excepto |menos |salvo |exceto |sauf "
              + "|außer |bis auf |tranne |eccetto |кроме ");

  private static final Phrases HOLD =
      Phrases.parse(
          "apply|are correct|are right|are true|are all correct|son correctas|son verdaderas"
              + "|estão corretas|são corretas|sont exactes|sont correctes|sont justes"
              + "|sind richtig|treffen zu|sono corrette|верны|正确|正しい");

  private final char[] folded;
  private final int to;
  private final ListScanner scanner;
  private final int options;
  private final boolean offered;

  /** For a part of a reply; an option that itself says "all of the above" is left to its text. */
  AllOfThem(char[] folded, int to, ListScanner scanner, List<Option> options) {
    this.folded = folded;
    this.to = to;
    this.scanner = scanner;
    this.options = options.size();
    offered =
        options.stream()
            .map(option -> Folding.fold(option.text()))
            .anyMatch(text -> ALL.find(text, 0, text.length) >= 0);
  }

  /** What is said to be all of them at a place, or null where nothing is. */
  @Nullable ListedOptions at(int start) {
    if (offered) {
      return null;
    }
    int end = ALL.matchAt(folded, start, to);
    int behind = end < 0 ? WITH_EXCEPTION.matchAt(folded, start, to) : end;
    if (behind < 0) {
      return null;
    }
    int i = afterBlanks(behind);
    int held = HOLD.matchAt(folded, i, to);
    i = held < 0 ? i : afterBlanks(held);
    int except = EXCEPT.matchAt(folded, i, to);
    if (except < 0) {
      boolean ends = i >= to || ".!\n".indexOf(folded[i]) >= 0;
      return end >= 0 && ends ? list(new TreeSet<>(), start, i, true) : null;
    }
    ListedOptions others = scanner.at(except);
    return others == null ? null : list(others.options(), start, others.end(), others.sound());
  }

  private ListedOptions list(Set<Integer> without, int start, int end, boolean sound) {
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < options; i++) {
      all.add(i);
    }
    all.removeAll(without);
    return new ListedOptions(all, start, end, false, sound && !all.isEmpty(), true, true);
  }

  private int afterBlanks(int start) {
    int i = start;
    while (i < to && " ,*_\"".indexOf(folded[i]) >= 0) {
      i++;
    }
    return i;
  }
}
