package assay.perf.endpoint;

import assay.perf.kit.Aim;
import assay.perf.kit.Contender;
import assay.perf.kit.Figures;
import assay.perf.kit.MarkdownTable;
import assay.perf.kit.MarkdownTable.Column;
import assay.perf.kit.Medians;
import assay.perf.kit.Place;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./assay run} against an endpoint on this machine, beside bare clients that put the same
 * questions: few and many requests at once, an endpoint that waits and one that does not.
 */
public final class EndpointBenchmark {

  private static final List<Integer> CONCURRENCIES = List.of(1, 4, 16, 64, 256, 1024);
  private static final int LEAST_WATCHED = 64;
  private static final int MANY = 256;
  private static final int LATENCY_MILLISECONDS = 50;
  private static final String OPTIMIZED = "assay run, with C2";

  /** The launcher's setting for runs, undone. */
  private static final String WITH_OPTIMIZER = "-XX:TieredStopAtLevel=4";

  private static final double MOST_MEBIBYTES = 300e6 / (1 << 20);

  private static final List<Column> COLUMNS =
      List.of(
          new Column(Exchanges.WINDOW, "%,.0f"),
          new Column(Exchanges.CEILING, "%.0f"),
          new Column(Exchanges.END_TO_END, "%,.0f"),
          new Column(Figures.PEAK, "%.0f"),
          new Column(Exchanges.CPU, "%.2f"),
          new Column(Exchanges.IN_FLIGHT, "%.0f"),
          new Column(Exchanges.LOST, "%.0f"));

  private final Place place;
  private final Setting setting;
  private final CommonKit kit;
  private final Map<Integer, QuestionSet> questions = new LinkedHashMap<>();
  private final List<Aim> aims = new ArrayList<>();

  private EndpointBenchmark(Place place, Setting setting, CommonKit kit) {
    this.place = place;
    this.setting = setting;
    this.kit = kit;
  }

  /** Measures. */
  public static Section measure(Place place, Setting setting)
      throws IOException, InterruptedException {
    return new EndpointBenchmark(place, setting, CommonKit.open(place, setting.bench())).section();
  }

  private Section section() throws IOException, InterruptedException {
    String text = introduction();
    try (ServedEndpoint slow = kit.endpoint(LATENCY_MILLISECONDS)) {
      text += "\n### An endpoint that takes 50 ms\n\n" + grid(slow, LATENCY_MILLISECONDS);
      text += "\n### 256 at once, more closely\n\n" + closely(slow);
      text += "\n### More questions\n\n" + more(slow);
    }
    try (ServedEndpoint fast = kit.endpoint(0)) {
      text += "\n### An endpoint that answers at once\n\n" + grid(fast, 0);
    }
    return new Section(text, aims);
  }

  private String introduction() {
    String endpoint =
        kit.common()
            ? "The endpoint and the bare clients are those of the common kit (`endpoint.c`,"
                + " `RawClient.java`, `JdkClient.java`, compiled but where said)."
            : "**"
                + kit.lacking()
                + "**: the testkit's endpoint stands in, without clients to compare with; these"
                + " figures are not those of other machines.";
    return endpoint
        + """
         `assay run` is the whole command, from the start of the
        process to its end: questions read and checked, plan written, every reply durable in the run file before it
        counts, read by two rules, scored, the estimates with their intervals printed. A bare client only writes a
        line a reply. The accuracy printed must be the one that the questions' maker tells, or nothing is printed here.
        The *window* is the endpoint's: from the first request it read to the last reply it wrote; its *ceiling* is the
        number at once divided by the time an answer takes. The endpoint shares the processors with what it measures.
        """;
  }

  private String grid(ServedEndpoint endpoint, int latency)
      throws IOException, InterruptedException {
    MarkdownTable table = new MarkdownTable(List.of("at once", "program", "questions"), COLUMNS);
    for (int concurrency : CONCURRENCIES) {
      if (latency > 0 && concurrency == MANY) {
        continue; // looked at more closely in a table of its own
      }
      boolean watched = latency > 0 && concurrency >= LEAST_WATCHED;
      Exchanges exchanges = exchanges(endpoint, latency, count(latency, concurrency), concurrency);
      Medians measured = (watched ? setting.turns() : setting.once()).run(programs(exchanges));
      measured.forEach((name, figures) -> table.row(labels(exchanges, name), figures));
      if (watched && concurrency == LEAST_WATCHED) {
        aims.add(
            Aim.atLeast(
                "64 at once, 50 ms: share of the endpoint's ceiling",
                measured.of(Exchanges.ASSAY).get(Exchanges.CEILING),
                95,
                "%.1f %%"));
      }
    }
    return table.toString();
  }

  /** Many at once: also what the optimizing compiler changes, and where the time goes. */
  private String closely(ServedEndpoint endpoint) throws IOException, InterruptedException {
    Exchanges exchanges =
        exchanges(endpoint, LATENCY_MILLISECONDS, count(LATENCY_MILLISECONDS, MANY), MANY);
    List<Contender> contenders = new ArrayList<>(programs(exchanges));
    contenders.add(1, exchanges.assay(OPTIMIZED, WITH_OPTIMIZER));
    if (kit.common()) {
      contenders.addAll(exchanges.clientsFromSource());
    }
    Medians measured = setting.turns().run(contenders);
    MarkdownTable table = new MarkdownTable(List.of("at once", "program", "questions"), COLUMNS);
    measured.forEach((name, figures) -> table.row(labels(exchanges, name), figures));
    aimsOfMany(measured);
    List<Column> shares =
        ThreadShares.titles().stream().map(title -> new Column(title, "%.3f")).toList();
    MarkdownTable where = new MarkdownTable(List.of("CPU ms a question"), shares);
    measured.forEach((name, figures) -> where.row(List.of(name), figures));
    return table
        + """

        Where the processor's time goes, by the threads' names (sampled, so a thread's last moments count as the rest;
        virtual threads put requests, wait, and read replies as JSON):

        """
        + where
        + distance(measured)
        + OtherHarnesses.TABLE;
  }

  private void aimsOfMany(Medians measured) {
    Figures assay = measured.of(Exchanges.ASSAY);
    String setup = "256 at once, 50 ms: ";
    aims.add(
        Aim.atLeast(
            setup + "requests/s in the window", assay.get(Exchanges.WINDOW), 4000, "%,.0f"));
    aims.add(
        Aim.atLeast(
            setup + "questions/s end to end", assay.get(Exchanges.END_TO_END), 2000, "%,.0f"));
    Figures jdk = measured.of(Exchanges.JDK);
    if (measured.has(Exchanges.JDK)) {
      aims.add(
          Aim.atLeast(
              setup + "window, no less than the bare JDK client's",
              assay.get(Exchanges.WINDOW),
              jdk.get(Exchanges.WINDOW),
              "%,.0f"));
      Figures source = measured.of(Exchanges.JDK + Exchanges.FROM_SOURCE);
      aims.add(
          Aim.atLeast(
              setup + "end to end, no less than the bare JDK client's as its makers start it",
              assay.get(Exchanges.END_TO_END),
              source.get(Exchanges.END_TO_END),
              "%,.0f"));
    }
    aims.add(
        Aim.atMost(
            setup + "peak resident memory", assay.get(Figures.PEAK), MOST_MEBIBYTES, "%.0f MiB"));
  }

  private static String distance(Medians measured) {
    Figures assay = measured.of(Exchanges.ASSAY);
    Figures raw = measured.of(Exchanges.RAW);
    if (!measured.has(Exchanges.RAW)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%nThe floor: bare sockets reach %,.0f requests/s in the window at %.2f ms of processor time a"
            + " question, `assay run` %,.0f at %.2f; %.2f ms a question is what HTTP by a library,"
            + " typed requests, JSON, the run file, reading, scoring and the command itself cost.%n",
        raw.get(Exchanges.WINDOW),
        raw.get(Exchanges.CPU),
        assay.get(Exchanges.WINDOW),
        assay.get(Exchanges.CPU),
        assay.get(Exchanges.CPU) - raw.get(Exchanges.CPU));
  }

  /** Ten times and, where asked for, a hundred times as many: memory must not grow. */
  private String more(ServedEndpoint endpoint) throws IOException, InterruptedException {
    MarkdownTable table = new MarkdownTable(List.of("at once", "program", "questions"), COLUMNS);
    Exchanges tenfold =
        exchanges(endpoint, LATENCY_MILLISECONDS, setting.size(100_000, 5_000), MANY);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(tenfold.assay(Exchanges.ASSAY));
    contenders.add(tenfold.assay(OPTIMIZED, WITH_OPTIMIZER));
    if (kit.common()) {
      contenders.add(tenfold.clients().getFirst());
    }
    Medians measured = setting.once().run(contenders);
    measured.forEach((name, figures) -> table.row(labels(tenfold, name), figures));
    aims.add(
        Aim.atMost(
            "the same with 100,000 questions",
            measured.of(Exchanges.ASSAY).get(Figures.PEAK),
            MOST_MEBIBYTES,
            "%.0f MiB"));
    return table.toString();
  }

  /** A million questions, which take some minutes. */
  public static Section million(Place place, Setting setting)
      throws IOException, InterruptedException {
    EndpointBenchmark benchmark =
        new EndpointBenchmark(place, setting, CommonKit.open(place, setting.bench()));
    MarkdownTable table = new MarkdownTable(List.of("at once", "program", "questions"), COLUMNS);
    try (ServedEndpoint endpoint = benchmark.kit.endpoint(LATENCY_MILLISECONDS)) {
      Exchanges exchanges =
          benchmark.exchanges(
              endpoint, LATENCY_MILLISECONDS, setting.size(1_000_000, 20_000), MANY);
      Medians measured = setting.once().run(List.of(exchanges.assay(Exchanges.ASSAY)));
      measured.forEach((name, figures) -> table.row(labels(exchanges, name), figures));
      benchmark.aims.add(
          Aim.atMost(
              "the same with 1,000,000 questions",
              measured.of(Exchanges.ASSAY).get(Figures.PEAK),
              MOST_MEBIBYTES,
              "%.0f MiB"));
    }
    return new Section(table.toString(), benchmark.aims);
  }

  private List<Contender> programs(Exchanges exchanges) {
    List<Contender> programs = new ArrayList<>();
    programs.add(exchanges.assay(Exchanges.ASSAY));
    if (kit.common()) {
      programs.addAll(exchanges.clients());
    }
    return programs;
  }

  private Exchanges exchanges(ServedEndpoint endpoint, int latency, int count, int concurrency)
      throws IOException, InterruptedException {
    QuestionSet set = questions.get(count);
    if (set == null) {
      set = kit.questions(count);
      questions.put(count, set);
    }
    return new Exchanges(place, kit, endpoint, latency, set, concurrency);
  }

  /** As many as end within seconds: at 50 ms, one at a time makes 20 a second. */
  private int count(int latency, int concurrency) {
    int full = setting.size(10_000, 1_000);
    return latency == 0
        ? full
        : Math.min(
            full, setting.size(concurrency < LEAST_WATCHED ? 100 : 10_000, 60) * concurrency);
  }

  private static List<String> labels(Exchanges exchanges, String program) {
    return List.of(
        Integer.toString(exchanges.concurrency()),
        program,
        String.format(Locale.ROOT, "%,d", exchanges.questions().count()));
  }
}
