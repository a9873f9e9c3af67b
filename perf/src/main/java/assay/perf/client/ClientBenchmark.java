package assay.perf.client;

import assay.perf.endpoint.CommonKit;
import assay.perf.endpoint.ServedEndpoint;
import assay.perf.kit.Contender;
import assay.perf.kit.Figures;
import assay.perf.kit.MarkdownTable;
import assay.perf.kit.MarkdownTable.Column;
import assay.perf.kit.Medians;
import assay.perf.kit.Place;
import assay.perf.kit.ProcessCost;
import assay.perf.kit.Program;
import assay.perf.kit.Rounds;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bare HTTP clients beside each other, cold and warm. */
public final class ClientBenchmark {

  private static final String COLD = "requests/s, 50 ms, 256 at once";
  private static final String COLD_CPU = "CPU ms a request, cold";
  private static final String WARM = "requests/s, 0 ms, 64 at once";
  private static final String WARM_CPU = "CPU ms a request, warm";

  private final Setting setting;
  private final CommonKit kit;

  private ClientBenchmark(Setting setting, CommonKit kit) {
    this.setting = setting;
    this.kit = kit;
  }

  /** Measures. */
  public static Section measure(Place place, Setting setting)
      throws IOException, InterruptedException {
    return new ClientBenchmark(setting, CommonKit.open(place, setting.bench())).section();
  }

  private Section section() throws IOException, InterruptedException {
    int few = setting.size(10_000, 2_000);
    int many = setting.size(100_000, 10_000);
    Medians cold = run(50, 256, few, setting.turns());
    Medians warm = run(0, 64, many, setting.once());
    MarkdownTable table =
        new MarkdownTable(
            List.of("client"),
            List.of(
                new Column(COLD, "%,.0f"),
                new Column(COLD_CPU, "%.2f"),
                new Column(Figures.PEAK, "%.0f"),
                new Column(WARM, "%,.0f"),
                new Column(WARM_CPU, "%.3f")));
    cold.forEach(
        (name, figures) -> {
          Figures later = warm.of(name);
          table.row(
              List.of(name),
              figures
                  .with(COLD, figures.get(COLD))
                  .with(COLD_CPU, figures.get(COLD_CPU))
                  .with(WARM, later.get(COLD))
                  .with(WARM_CPU, later.get(COLD_CPU)));
        });
    return new Section(
        """
        One virtual thread a request in flight, heap of at most 256 MB, no start-up cache, requests/s in the endpoint's
        window. Cold: %,d requests, a whole process; warm: %,d, in which the start counts little.

        """
                .formatted(few, many)
            + table
            + (kit.common() ? "" : "\nThe endpoint was the testkit's: " + kit.lacking() + ".\n"),
        List.of());
  }

  private Medians run(int latency, int atOnce, int requests, Rounds rounds)
      throws IOException, InterruptedException {
    try (ServedEndpoint endpoint = kit.endpoint(latency)) {
      List<Contender> contenders = new ArrayList<>();
      for (ClientKind kind : ClientKind.values()) {
        Program program =
            Program.java(
                ClientLoad.class,
                List.of("-Xmx256m", "-Xlog:disable"),
                kind.name(),
                endpoint.base() + "/chat/completions",
                Integer.toString(atOnce),
                Integer.toString(requests));
        contenders.add(new Contender(kind.title(), () -> figures(endpoint, program, requests)));
      }
      return rounds.run(contenders);
    }
  }

  private static Figures figures(ServedEndpoint endpoint, Program program, int requests)
      throws IOException, InterruptedException {
    endpoint.reset();
    ProcessCost cost = program.run();
    JsonNode stats = endpoint.stats();
    return Figures.none()
        .with(COLD, stats.path("requests_per_s").asDouble(Double.NaN))
        .with(COLD_CPU, 1000 * cost.cpuSeconds() / requests)
        .with(Figures.PEAK, cost.peakMebibytes());
  }
}
