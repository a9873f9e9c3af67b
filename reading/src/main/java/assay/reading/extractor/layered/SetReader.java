package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.extractor.Refusals;
import assay.reading.extractor.layered.SetCues.Said;
import assay.reading.text.Alphabets;
import assay.reading.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads which options a reply gives, where several may be right.
 *
 * <ol>
 *   <li>a value marked for machines, the last one ({@link MarkedValues}): it alone is read;
 *   <li>a list announced as the answer, the last one: "The correct answers are A, C and E", "B and
 *       D are correct", "Only C is correct";
 *   <li>a verdict on every option;
 *   <li>a list of keys that is the whole reply, its first line or its last;
 *   <li>a list of options' texts that is the whole reply or ends its only statement.
 * </ol>
 *
 * Everything else is unreadable; so is a list that leaves something open or that the reply
 * contradicts elsewhere.
 */
final class SetReader {

  /** Of a longer text only the end is searched; answers stand there, and time stays bounded. */
  private static final int LOOKED_AT = 1 << 18;

  /** Two announcements this close are one the rival of the other. */
  private static final int NEAR = 40;

  private static final int CLOSE = 12;

  private static final Reading NO_LIST = Readings.unreadable("not a list of options");
  private static final Reading OPEN = Readings.unreadable("the list leaves something open");
  private static final Reading CONTRADICTION = Readings.unreadable("the reply contradicts itself");
  private static final Reading WITHDRAWN = Readings.unreadable("taken back");
  private static final Reading NONE_OF_THEM = Readings.unreadable("says none of the options");

  /** A list with what is said of it. */
  private record Judged(ListedOptions list, Said said) {}

  private final Presented presented;
  private final VisibleText visible;
  private final char[] folded;
  private final String question;
  private final OptionKeys keys;
  private final OptionTexts texts;

  SetReader(VisibleText visible, Presented presented) {
    this.visible = visible;
    this.presented = presented;
    folded = visible.folded();
    question = Question.withoutInstruction(presented.question());
    keys = new OptionKeys(presented.options());
    texts = new OptionTexts(presented.options(), presented.language());
  }

  Reading read() {
    Span value = MarkedValues.last(visible);
    int next = RunOns.start(folded, visible.start(), visible.end());
    if (next > 0 && (value == null || value.start() >= next)) {
      Reading first = new Part(visible.start(), next).read();
      if (first instanceof Reading.Read) {
        return first;
      }
    }
    if (value != null) {
      Span chain = MarkedChain.of(visible, value);
      return chain == null ? Readings.SEVERAL_OPTIONS : marked(chain);
    }
    return new Part(Math.max(visible.start(), visible.end() - LOOKED_AT), visible.end()).read();
  }

  private Reading marked(Span value) {
    Part part = new Part(value.start(), value.end());
    ListedOptions list = part.scanner.at(value.start());
    return list != null && OptionTexts.onlyMarks(folded, list.end(), value.end())
        ? part.accept(list)
        : NO_LIST;
  }

  /** A part of the reply with what finds lists in it. */
  private final class Part {
    private final int from;
    private final int to;
    private final ListScanner scanner;
    private final AllOfThem allOfThem;
    private final SetCues setCues;
    private final OptionVerdicts verdicts;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
      Cues cues = new Cues(folded, from, to, question);
      int options = presented.options().size();
      ListItems items = new ListItems(visible.text(), folded, from, to, keys, texts, options);
      scanner = new ListScanner(visible.text(), folded, from, to, items, cues);
      allOfThem = new AllOfThem(folded, to, scanner, presented.options());
      setCues = new SetCues(folded, from, to, cues, question);
      verdicts = new OptionVerdicts(folded, from, to, items, cues, options);
    }

    Reading read() {
      List<Judged> lists = lists();
      Reading announced = announced(lists);
      if (announced != null) {
        return announced;
      }
      for (Judged judged : lists) {
        if (judged.said() == Said.RIGHT || judged.said() == Said.WRONG) {
          verdicts.say(judged.list().options(), judged.said() == Said.RIGHT);
        }
      }
      if (verdicts.contradicted()) {
        return CONTRADICTION;
      }
      if (verdicts.complete() && !new Question(question).asksForWrong()) {
        return read(verdicts.right(), from, to);
      }
      if (Refusals.declines(visible)
          || Refusals.asksForMore(visible)
          || NoneOfThem.says(folded, from, to)
          || TakenBack.says(folded, from, to, true)
          || Undecided.says(folded, from, to)
          || Undecided.unknowing(folded, from, to)) {
        return Readings.NO_OPTION;
      }
      Reading whole = onItsLine(lists);
      return whole != null ? whole : stated(lists);
    }

    /** Every list in order, each with what is said of it. */
    private List<Judged> lists() {
      List<Judged> lists = new ArrayList<>();
      int i = from;
      while (i < to) {
        if (!Alphabets.isWord(folded[i])) {
          i++;
          continue;
        }
        ListedOptions all = allOfThem.at(i);
        ListedOptions list = all == null ? scanner.at(start(i)) : all;
        if (list != null && list.end() > i) {
          lists.add(new Judged(list, setCues.of(list)));
          i = list.end();
        } else {
          boolean unspaced = Alphabets.isUnspaced(folded[i]);
          i++;
          while (!unspaced && i < to && Alphabets.isSpacedWord(folded[i])) {
            i++;
          }
        }
      }
      return lists;
    }

    /** Before the marks that open what stands here. */
    private int start(int at) {
      int i = at;
      while (i > from && "*_\"'([{$`「『【〔《<".indexOf(folded[i - 1]) >= 0) {
        i--;
      }
      return i;
    }

    /** The last list announced as the answer, unless what follows contradicts it. */
    private @Nullable Reading announced(List<Judged> lists) {
      ListedOptions last = null;
      ListedOptions before = null;
      for (Judged judged : lists) {
        if (judged.said() == Said.ANSWER) {
          before = last;
          last = judged.list();
        }
      }
      if (last == null) {
        return null;
      }
      if (before != null && !before.options().equals(last.options()) && rivals(before, last)) {
        return Readings.SEVERAL_OPTIONS;
      }
      for (Judged judged : lists) {
        Set<Integer> options = judged.list().options();
        boolean later = judged.list().start() > last.start();
        boolean another = judged.said() == Said.RIGHT && !last.options().containsAll(options);
        boolean refused =
            judged.said() == Said.WRONG && options.stream().anyMatch(last.options()::contains);
        if (later && (another || refused)) {
          return CONTRADICTION;
        }
        if (later && judged.said() == Said.OPEN && !last.options().containsAll(options)) {
          return OPEN;
        }
      }
      if (NoneOfThem.says(folded, last.end(), to)) {
        return NONE_OF_THEM;
      }
      if (TakenBack.says(folded, last.end(), to, true)) {
        return WITHDRAWN;
      }
      if (verdicts.complete() && !verdicts.right().equals(last.options())) {
        return CONTRADICTION;
      }
      return accept(last);
    }

    /** "Answer: A. Answer: B." */
    private boolean rivals(ListedOptions earlier, ListedOptions later) {
      return later.start() - earlier.end() < NEAR
          && SetWords.SECOND_THOUGHTS.find(folded, earlier.end(), later.start()) < 0
          && !earlier.options().containsAll(later.options());
    }

    /** A list of keys that is the whole reply, its first line or its last. */
    private @Nullable Reading onItsLine(List<Judged> lists) {
      Judged only = null;
      for (Judged judged : lists) {
        ListedOptions list = judged.list();
        boolean first = OptionTexts.onlyMarks(folded, from, list.start());
        boolean whole = first && OptionTexts.onlyMarks(folded, endWithDenied(list, lists), to);
        boolean several = list.spansLines(folded);
        boolean restates = several && list.options().size() == presented.options().size();
        boolean line =
            !several
                && list.opensLine(folded, from)
                && list.endsLine(folded, to)
                && (first || isLast(list));
        boolean counts =
            whole
                || (line
                    && !list.texts()
                    && (first || !list.single())
                    && SetWords.SECOND_THOUGHTS.find(folded, list.end(), to) < 0);
        if (!counts || restates || !list.plain() || judged.said() == Said.WRONG) {
          continue;
        }
        boolean others = only != null && !only.list().options().equals(list.options());
        if (others || (!whole && anotherLine(list, lists))) {
          return Readings.SEVERAL_OPTIONS;
        }
        only = judged;
      }
      return only == null ? null : accept(only.list());
    }

    /** Whether another line begins with an option that is not of the list nor called wrong. */
    private boolean anotherLine(ListedOptions list, List<Judged> lists) {
      for (Judged judged : lists) {
        ListedOptions other = judged.list();
        boolean apart = !list.options().containsAll(other.options());
        if (apart && judged.said() != Said.WRONG && other.opensLine(folded, from)) {
          return true;
        }
      }
      return false;
    }

    /** Behind a list and what is named right behind it as wrong: "A and C, but not B". */
    private int endWithDenied(ListedOptions list, List<Judged> lists) {
      int end = list.end();
      for (Judged judged : lists) {
        ListedOptions next = judged.list();
        boolean close = next.start() >= end && next.start() - end < CLOSE;
        if (close && judged.said() == Said.WRONG) {
          end = next.end();
        }
      }
      return end;
    }

    private boolean isLast(ListedOptions list) {
      return OptionTexts.onlyMarks(folded, list.end(), to);
    }

    /** "The autosomal recessive disorders are cystic fibrosis and phenylketonuria." */
    private Reading stated(List<Judged> lists) {
      if (lists.size() != 1) {
        return lists.isEmpty() ? Readings.NO_OPTION : Readings.SEVERAL_OPTIONS;
      }
      ListedOptions list = lists.getFirst().list();
      boolean ends = list.closed() && OptionTexts.onlyMarks(folded, list.end(), to);
      SetStatement statement = new SetStatement(folded, from, to, new Question(question));
      boolean states = ends && list.texts() && statement.leadsTo(list.start());
      return states ? accept(list) : NO_LIST;
    }

    private Reading accept(ListedOptions list) {
      if (list.options().isEmpty()) {
        return Readings.FOREIGN_LETTER;
      }
      if (!list.sound() || (list.texts() && !list.closed())) {
        return OPEN;
      }
      return read(list.options(), list.start(), list.end());
    }

    private Reading read(Set<Integer> options, int start, int end) {
      if (options.isEmpty()) {
        return NONE_OF_THEM;
      }
      SortedSet<String> named = new TreeSet<>();
      options.forEach(option -> named.add(keys.key(option)));
      return Readings.read(new Answer.Choice(named), start, end);
    }
  }
}
