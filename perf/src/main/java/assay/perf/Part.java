package assay.perf;

import assay.perf.client.ClientBenchmark;
import assay.perf.endpoint.EndpointBenchmark;
import assay.perf.kit.Place;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import assay.perf.rows.RowsBenchmark;
import assay.perf.scoring.ScoringBenchmark;
import assay.perf.startup.StartupBenchmark;
import assay.perf.statistics.StatisticsBenchmark;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of the report, in the order in which they stand and are measured. */
enum Part {
  /** Whole runs against an endpoint. */
  ENDPOINT("Questions to an endpoint"),
  /** The same with a million questions; minutes long, so only where it is asked for. */
  MILLION("A million questions"),
  /** Bare HTTP clients. */
  CLIENTS("HTTP clients, bare"),
  /** Table files. */
  ROWS("Reading table files"),
  /** Extractors and re-scoring. */
  SCORING("Reading and scoring replies"),
  /** Bootstrap, areas, orders. */
  STATISTICS("Statistics"),
  /** Start-up. */
  STARTUP("Starting");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** Its heading. */
  String title() {
    return title;
  }

  /** Its name on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  Section measure(Place place, Setting setting) throws IOException, InterruptedException {
    return switch (this) {
      case ENDPOINT -> EndpointBenchmark.measure(place, setting);
      case MILLION -> EndpointBenchmark.million(place, setting);
      case CLIENTS -> ClientBenchmark.measure(place, setting);
      case ROWS -> RowsBenchmark.measure(place, setting);
      case SCORING -> ScoringBenchmark.measure(place, setting);
      case STATISTICS -> StatisticsBenchmark.measure(place, setting);
      case STARTUP -> StartupBenchmark.measure(place, setting);
    };
  }

  static Optional<Part> byId(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Part::id).toList();
  }
}
