package assay.evaluation.plan;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.Sha256;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which samples of a split are put to the reader. The others stay in the plan, marked as skipped.
 * Sealed away from the reader: the same seed selects the same samples for every model and every
 * recording.
 */
public sealed interface Selection {

  /** Every sample. */
  record All() implements Selection {}

  /**
   * A random subset.
   *
   * @param count how many samples, at least 1
   * @param seed the run's seed
   * @param stratify name of a tag (or {@code kind}, {@code subset}) whose values are kept in
   *     proportion, or null
   */
  record Limit(int count, long seed, @Nullable String stratify) implements Selection {
    public Limit {
      if (count < 1) {
        throw new IllegalArgumentException("limit " + count + ": expected at least 1");
      }
    }
  }

  /** The samples with these ids. */
  record Ids(SequencedSet<String> ids) implements Selection {
    public Ids {
      ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
    }
  }

  /** Starts to look at samples; shown one by one in the publisher's order. */
  default Choosing start() {
    return new Choosing(this);
  }

  /** Looks at every sample once, then says which are selected. Holds some twenty bytes a sample. */
  final class Choosing {

    private record Drawn(int position, long rank) {}

    private final Selection selection;
    private final Map<String, List<Drawn>> strata = new LinkedHashMap<>();
    private final BitSet named = new BitSet();
    private final SequencedSet<String> missing = new LinkedHashSet<>();
    private int count;

    private Choosing(Selection selection) {
      this.selection = selection;
      if (selection instanceof Ids ids) {
        missing.addAll(ids.ids());
      }
    }

    /** Shows the next sample. */
    public void show(Sample sample) {
      switch (selection) {
        case All all -> {}
        case Limit limit ->
            strata
                .computeIfAbsent(stratum(sample, limit.stratify()), key -> new ArrayList<>())
                .add(new Drawn(count, rank(limit.seed(), sample.id())));
        case Ids ids -> {
          if (missing.remove(sample.id())) {
            named.set(count);
          }
        }
      }
      count++;
    }

    /**
     * The positions that are selected.
     *
     * @throws AssayException if an id was named that no sample has
     */
    public BitSet selected() {
      return switch (selection) {
        case All all -> {
          BitSet everything = new BitSet(count);
          everything.set(0, count);
          yield everything;
        }
        case Limit limit -> limited(limit.count());
        case Ids ids -> {
          if (!missing.isEmpty()) {
            throw AssayException.usage(
                Problem.of(
                        "no sample has the id "
                            + String.join(", ", missing.stream().limit(10).toList()))
                    .expected("ids as 'assay show RUN --items all' prints them"));
          }
          yield named;
        }
      };
    }

    private BitSet limited(int limit) {
      BitSet chosen = new BitSet(count);
      int total = Math.min(limit, count);
      Map<String, Integer> quota = quotas(total);
      strata.forEach(
          (name, drawn) -> {
            drawn.sort(Comparator.comparingLong(Drawn::rank).thenComparingInt(Drawn::position));
            drawn.stream()
                .limit(quota.getOrDefault(name, 0))
                .forEach(one -> chosen.set(one.position()));
          });
      return chosen;
    }

    /** Largest-remainder apportionment; ties go to the stratum met first. */
    private Map<String, Integer> quotas(int total) {
      record Share(String name, int order, int whole, long remainder) {}
      List<Share> shares = new ArrayList<>();
      int given = 0;
      for (Map.Entry<String, List<Drawn>> stratum : strata.entrySet()) {
        long exact = (long) total * stratum.getValue().size();
        int whole = (int) (exact / count);
        shares.add(new Share(stratum.getKey(), shares.size(), whole, exact % count));
        given += whole;
      }
      Map<String, Integer> quotas = new LinkedHashMap<>();
      shares.forEach(share -> quotas.put(share.name(), share.whole()));
      shares.stream()
          .sorted(
              Comparator.comparingLong(Share::remainder).reversed().thenComparingInt(Share::order))
          .limit((long) total - given)
          .forEach(share -> quotas.merge(share.name(), 1, Integer::sum));
      return quotas;
    }

    private static String stratum(Sample sample, @Nullable String by) {
      if (by == null) {
        return "";
      }
      return switch (by) {
        case "kind" -> sample.kind().id();
        case "subset" -> String.valueOf(sample.subset());
        default -> {
          List<String> values = sample.tags().get(by);
          if (values == null) {
            throw AssayException.usage(
                Problem.of(
                        "cannot stratify by '"
                            + by
                            + "': sample "
                            + sample.id()
                            + " has no such tag")
                    .expected("kind, subset, or one of " + sample.tags().keySet()));
          }
          yield String.join("|", values);
        }
      };
    }

    private static long rank(long seed, String sampleId) {
      return Long.parseUnsignedLong(
          Sha256.of("limit/" + seed + "/" + sampleId).substring(0, 16), 16);
    }
  }
}
