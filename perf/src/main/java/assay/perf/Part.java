package assay.perf;

import assay.perf.client.ClientBenchmark;
import assay.perf.endpoint.EndpointBenchmark;
import assay.perf.kit.Place;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import assay.perf.rows.RowsBenchmark;
import assay.perf.scoring.ScoringBenchmark;
import assay.perf.startup.StartupBenchmark;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of the report, in the order in which they stand and are measured. */
enum Part {
  /** Whole runs against an endpoint. */
  ENDPOINT("Questions to an endpoint", EndpointBenchmark::measure),
  /** The same with a million questions; minutes long, so only where it is asked for. */
  MILLION("A million questions", EndpointBenchmark::million),
  /** Bare HTTP clients. */
  CLIENTS("HTTP clients, bare", ClientBenchmark::measure),
  /** Table files. */
  ROWS("Reading table files", RowsBenchmark::measure),
  /** Extractors and re-scoring. */
  SCORING("Reading and scoring replies", ScoringBenchmark::measure),
  /** Start-up. */
  STARTUP("Starting", StartupBenchmark::measure);

  private final String title;
  private final Measurement measurement;

  private interface Measurement {
    Section measure(Place place, Setting setting) throws IOException, InterruptedException;
  }

  Part(String title, Measurement measurement) {
    this.title = title;
    this.measurement = measurement;
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
    return measurement.measure(place, setting);
  }

  static Optional<Part> byId(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Part::id).toList();
  }
}
