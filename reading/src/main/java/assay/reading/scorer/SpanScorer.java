package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.PrecisionRecall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Spans of a text, each {@code start-end} or {@code start-end label}, parted by line ends or
 * semicolons; the end is not part of the span. Spans count once; what is no span is passed over.
 *
 * <ul>
 *   <li>{@code spans-exact}: F1 of the spans, ends and label equal;
 *   <li>{@code spans-partial}: F1 where a span of the answer that overlaps a still free span of the
 *       same label without being equal counts half, as in MUC-5; equal ones are paired first,
 *       others from the left;
 *   <li>{@code spans-token}: F1 of the places (tokens or characters, whatever the offsets count)
 *       that the spans of a label cover.
 * </ul>
 *
 * Range 0 to 1, more is better; undefined ({@code no reference}) where no reference holds a span.
 * Of several references the best counts.
 */
public final class SpanScorer extends TextMeasureScorer {

  private static final int MOST_SPANS = 5_000;
  private static final int LARGEST_OFFSET = 5_000_000;

  private record Span(int start, int end, String label) {
    boolean overlaps(Span other) {
      return label.equals(other.label) && start < other.end && other.start < end;
    }
  }

  private enum Match {
    EXACT,
    PARTIAL,
    TOKEN
  }

  private final Match match;

  private SpanScorer(Descriptor descriptor, Match match) {
    super(descriptor);
    this.match = match;
  }

  /** {@code spans-exact}. */
  public static SpanScorer exact() {
    return new SpanScorer(
        new Descriptor(
            "spans-exact",
            1,
            "F1 of spans with equal ends and label",
            "Tjong Kim Sang 2003, CoNLL"),
        Match.EXACT);
  }

  /** {@code spans-partial}. */
  public static SpanScorer partial() {
    return new SpanScorer(
        new Descriptor(
            "spans-partial",
            1,
            "F1 of spans, half for one that only overlaps",
            "Chinchor 1993, MUC-5"),
        Match.PARTIAL);
  }

  /** {@code spans-token}. */
  public static SpanScorer token() {
    return new SpanScorer(
        new Descriptor(
            "spans-token", 1, "F1 of the places that spans cover", "Da San Martino et al. 2019"),
        Match.TOKEN);
  }

  @Override
  boolean comparable(String reference) {
    return !spans(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    Set<Span> said = spans(answer);
    double best = 0;
    for (String reference : references) {
      Set<Span> wanted = spans(reference);
      PrecisionRecall parts =
          switch (match) {
            case EXACT -> PrecisionRecall.of(equal(said, wanted), said.size(), wanted.size());
            case PARTIAL -> PrecisionRecall.of(credit(said, wanted), said.size(), wanted.size());
            case TOKEN -> covered(said, wanted);
          };
      best = Math.max(best, parts.f1());
    }
    return best;
  }

  private static long equal(Set<Span> said, Set<Span> wanted) {
    return said.stream().filter(wanted::contains).count();
  }

  private static double credit(Set<Span> said, Set<Span> wanted) {
    double credit = equal(said, wanted);
    TreeMap<Integer, List<Span>> free = new TreeMap<>();
    for (Span span : wanted) {
      if (!said.contains(span)) {
        free.computeIfAbsent(span.start(), start -> new ArrayList<>()).add(span);
      }
    }
    List<Span> rest = new ArrayList<>(said);
    rest.removeAll(wanted);
    rest.sort(
        java.util.Comparator.comparingInt(Span::start)
            .thenComparingInt(Span::end)
            .thenComparing(Span::label));
    for (Span span : rest) {
      Span partner = null;
      for (List<Span> candidates : free.headMap(span.end()).values()) {
        for (Span candidate : candidates) {
          if (partner == null && span.overlaps(candidate)) {
            partner = candidate;
          }
        }
        if (partner != null) {
          break;
        }
      }
      if (partner != null) {
        credit += 0.5;
        free.getOrDefault(partner.start(), new ArrayList<>()).remove(partner);
      }
    }
    return credit;
  }

  private static PrecisionRecall covered(Set<Span> said, Set<Span> wanted) {
    Map<String, BitSet> saidPlaces = places(said);
    Map<String, BitSet> wantedPlaces = places(wanted);
    long both = 0;
    for (var entry : saidPlaces.entrySet()) {
      BitSet shared = (BitSet) entry.getValue().clone();
      shared.and(wantedPlaces.getOrDefault(entry.getKey(), new BitSet()));
      both += shared.cardinality();
    }
    return PrecisionRecall.of(both, count(saidPlaces), count(wantedPlaces));
  }

  private static Map<String, BitSet> places(Set<Span> spans) {
    Map<String, BitSet> places = new HashMap<>();
    for (Span span : spans) {
      places.computeIfAbsent(span.label(), label -> new BitSet()).set(span.start(), span.end());
    }
    return places;
  }

  private static long count(Map<String, BitSet> places) {
    return places.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  private static Set<Span> spans(String text) {
    Set<Span> spans = new LinkedHashSet<>();
    Set<String> labels = new HashSet<>();
    for (String entry : text.split("[\n;]", -1)) {
      Span span = span(entry.strip());
      if (span != null && spans.size() < MOST_SPANS) {
        labels.add(span.label());
        if (labels.size() <= MOST_LABELS) {
          spans.add(span);
        }
      }
    }
    return spans;
  }

  /** Beyond it a text is no list of entities, and its places would take too much memory. */
  private static final int MOST_LABELS = 100;

  private static @org.jspecify.annotations.Nullable Span span(String entry) {
    int dash = entry.indexOf('-');
    int blank = entry.indexOf(' ');
    String ends = blank < 0 ? entry : entry.substring(0, blank);
    if (dash <= 0 || dash >= ends.length() - 1) {
      return null;
    }
    int start = offset(ends.substring(0, dash));
    int end = offset(ends.substring(dash + 1));
    return start < 0 || end <= start
        ? null
        : new Span(start, end, blank < 0 ? "" : entry.substring(blank + 1).strip());
  }

  private static int offset(String digits) {
    if (digits.length() > 8) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value > LARGEST_OFFSET ? -1 : value;
  }
}
