package assay.perf.startup;

import assay.perf.kit.Aim;
import assay.perf.kit.Contender;
import assay.perf.kit.Figures;
import assay.perf.kit.MarkdownTable;
import assay.perf.kit.MarkdownTable.Column;
import assay.perf.kit.Medians;
import assay.perf.kit.Place;
import assay.perf.kit.Program;
import assay.perf.kit.Rounds;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that only look: what a person waits for before the first line. */
public final class StartupBenchmark {

  private static final String LIST = "`assay list`";

  private StartupBenchmark() {}

  /** Measures. */
  public static Section measure(Place place, Setting setting)
      throws IOException, InterruptedException {
    Path run = place.file("demo.assay");
    Path data = place.file("startup");
    SmallBenchmark.write(data);
    place
        .assay(
            "run",
            data.resolve("benchmark.yaml").toString(),
            "--data",
            data.toString(),
            "--model",
            "reader:first",
            "--output",
            run.toString())
        .run();
    List<Contender> contenders = new ArrayList<>();
    contenders.add(timed(LIST, place.assay("list")));
    contenders.add(timed("`assay --version`", place.assay("--version")));
    contenders.add(timed("`assay show RUN` (20 samples)", place.assay("show", run.toString())));
    contenders.add(
        timed("`assay list`, no start-up cache", place.assay("list").env("ASSAY_START", "plain")));
    Path python = Path.of("/usr/bin/python3");
    if (python.toFile().canExecute()) {
      contenders.add(timed("`python3 -c pass`", Program.of(python.toString(), "-c", "pass")));
    }
    place.assay("list").run(); // the start-up cache is made, and the page cache warm
    Medians measured = new Rounds(setting.size(15, 3), setting.log()).run(contenders);
    MarkdownTable table =
        new MarkdownTable(
            List.of("command"),
            List.of(
                new Column(Figures.WALL, "%.2f"),
                new Column(Figures.CPU, "%.2f"),
                new Column(Figures.PEAK, "%.0f")));
    measured.forEach((name, figures) -> table.row(List.of(name), figures));
    return new Section(
        """
        The whole command, median of %d, everything in the page cache. The start-up cache is the JDK's (AOT cache), made
        by the launcher on first use from a rehearsal of a small run.

        """
                .formatted(setting.size(15, 3))
            + table,
        List.of(
            Aim.atMost(
                "start-up of `assay list`", measured.of(LIST).get(Figures.WALL), 0.6, "%.2f s")));
  }

  private static Contender timed(String name, Program program) {
    return new Contender(name, () -> Figures.of(program.run()));
  }
}
