package assay.evaluation.comparison;

import assay.core.AssayException;
import assay.core.Link;
import assay.core.Problem;
import assay.core.Sample;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Under what samples are paired: their ids, or a cluster or link that is named. Whether a name is
 * that of a cluster is known when all samples were seen, whatever their order; a cluster goes
 * before a link of the same name.
 */
final class PairKeys {

  private final @Nullable String by;
  private final Map<String, String> ofCluster = new HashMap<>();
  private final Map<String, String> ofLink = new HashMap<>();
  private final SequencedSet<String> clusterLevels = new LinkedHashSet<>();
  private final SequencedSet<String> linkTypes = new LinkedHashSet<>();

  /**
   * @param by name of a cluster level or type of link; null for ids
   */
  PairKeys(@Nullable String by) {
    this.by = by;
  }

  void add(Sample sample) {
    if (by == null) {
      return;
    }
    clusterLevels.addAll(sample.clusters().keySet());
    @Nullable String cluster = sample.clusters().get(by);
    if (cluster != null) {
      ofCluster.put(sample.id(), cluster);
    }
    for (Link link : sample.links()) {
      linkTypes.add(link.type());
      if (link.type().equals(by)) {
        ofLink.putIfAbsent(sample.id(), link.sampleId());
      }
    }
  }

  /**
   * @throws AssayException if no sample has such a cluster or link
   */
  void require(String address) {
    if (by != null && !clusterLevels.contains(by) && !linkTypes.contains(by)) {
      throw AssayException.usage(
          Problem.of("no sample has a cluster or a link called '" + by + "'")
              .at(address)
              .expected(
                  "clusters " + List.copyOf(clusterLevels) + ", links " + List.copyOf(linkTypes)));
    }
  }

  /**
   * The key of a sample, after all were added; what nothing links to another is its own.
   *
   * @throws AssayException if others have such a cluster and it has none
   */
  String key(String address, String id) {
    if (by == null || !clusterLevels.contains(by)) {
      return ofLink.getOrDefault(id, id);
    }
    @Nullable String cluster = ofCluster.get(id);
    if (cluster == null) {
      throw AssayException.usage(
          Problem.of("sample " + id + " has no " + by)
              .at(address)
              .remedy("leave it out by narrowing the part, or pair by something else"));
    }
    return cluster;
  }

  /** Two samples with the same key. */
  AssayException twice(String address, String one, String other, String key) {
    return AssayException.usage(
        Problem.of("the samples " + one + " and " + other + " both have " + by + " " + key)
            .at(address)
            .remedy("narrow the part so that each stands once, for example by #subset=…"));
  }
}
