package assay.cli.wiring;

import assay.core.benchmark.Benchmark;
import assay.core.measure.Descriptor;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.format.Format;
import assay.evaluation.protocol.Arms;
import assay.models.spec.ReaderEntry;
import assay.models.spec.SpecOption;
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Scorers;
import assay.statistics.interval.BinomialInterval;
import assay.statistics.interval.ClusterRobustInterval;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.HallInterval;
import assay.statistics.interval.JackknifeInterval;
import assay.statistics.interval.JackknifeWilsonInterval;
import assay.statistics.interval.NewcombePairedInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that can be named on the command line. */
public final class Inventory {

  private final BenchmarkCatalog benchmarks;

  /** The kinds of things. */
  public enum Kind {
    BENCHMARKS,
    MODELS,
    EXTRACTORS,
    SCORERS,
    METRICS,
    ARMS,
    INTERVALS,
    FORMATS;

    /** The kind's name on the command line. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing.
   *
   * @param name what it is called
   * @param title what it is
   * @param source where it comes from, empty where that is ourselves
   */
  public record Entry(String name, String title, String source) {}

  public Inventory(Places places) {
    this.benchmarks = new BenchmarkCatalog(places.benchmarkFolders());
  }

  /** The names of a kind; no benchmark's file is read. */
  public List<String> names(Kind kind) {
    return kind == Kind.BENCHMARKS
        ? benchmarks.names()
        : entries(kind).stream().map(Entry::name).toList();
  }

  /** The things of a kind. */
  public List<Entry> entries(Kind kind) {
    return switch (kind) {
      case BENCHMARKS ->
          benchmarks.files().values().stream()
              .map(BenchmarkDefinition::read)
              .map(Inventory::entry)
              .toList();
      case MODELS -> Readers.catalog().entries().stream().map(Inventory::entry).toList();
      case EXTRACTORS ->
          Stream.concat(
                  Extractors.standard().all().stream().map(e -> entry(e.descriptor())),
                  Extractors.standard().families().stream().map(family -> entry(family.listed())))
              .toList();
      case SCORERS -> Scorers.standard().all().stream().map(s -> entry(s.descriptor())).toList();
      case METRICS -> Metrics.all().all().stream().map(m -> entry(m.descriptor())).toList();
      case ARMS -> Arms.all().stream().map(arm -> new Entry(arm.name(), arm.title(), "")).toList();
      case INTERVALS -> intervals();
      case FORMATS ->
          Arrays.stream(Format.values())
              .map(format -> new Entry(format.id(), "also inside .gz, .zst, .zip", ""))
              .toList();
    };
  }

  private static Entry entry(BenchmarkDefinition definition) {
    Benchmark benchmark = definition.benchmark();
    String parts =
        benchmark.subsets().isEmpty() ? "" : "; subsets " + String.join(", ", benchmark.subsets());
    return new Entry(
        benchmark.name(),
        benchmark.title() + "; splits " + String.join(", ", benchmark.splits()) + parts,
        benchmark.citation());
  }

  private static Entry entry(ReaderEntry reader) {
    String options = String.join(", ", reader.options().stream().map(SpecOption::key).toList());
    return new Entry(reader.form(), reader.title(), options.isEmpty() ? "" : "options: " + options);
  }

  private static Entry entry(Descriptor descriptor) {
    return new Entry(descriptor.id(), descriptor.title(), descriptor.reference());
  }

  private static List<Entry> intervals() {
    List<Entry> all = new ArrayList<>();
    BinomialInterval.all()
        .forEach(
            interval -> all.add(new Entry(interval.id(), "proportion of independent trials", "")));
    all.add(
        new Entry(
            new ClusteredWilsonInterval().id(),
            "proportion of clustered trials (default there)",
            ""));
    all.add(
        new Entry(new HallInterval().id(), "any other mean, clustered or not (default there)", ""));
    all.add(
        new Entry(
            JackknifeWilsonInterval.ID, "macro-F1, balanced accuracy, κ, MCC (default there)", ""));
    all.add(
        new Entry(
            NewcombePairedInterval.ID, "difference of two on the same trials (default there)", ""));
    all.add(
        new Entry(
            new ClusterRobustInterval().id(), "any other mean difference (default there)", ""));
    all.add(
        new Entry(
            JackknifeInterval.ID, "difference of metrics, mean of subsets (default there)", ""));
    all.add(new Entry("bootstrap-bca", "any mean, clusters resampled", ""));
    all.add(new Entry("bootstrap-t", "any mean, clusters resampled, studentised", ""));
    return all;
  }
}
