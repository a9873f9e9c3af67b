package assay.perf;

import assay.perf.kit.Aim;
import assay.perf.kit.Machine;
import assay.perf.kit.Place;
import assay.perf.kit.Program;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures, and prints {@code docs/performance.md}. What goes on is told on standard error.
 *
 * <p>Without arguments every part but the million questions is measured; names of parts measure
 * these and take the others from the last time ({@code none} measures nothing). {@code --quick}
 * tries everything at a fraction of its size, {@code --million} adds what takes many minutes,
 * {@code --rounds N} says how often programs take turns, {@code --bench DIR} where the common
 * endpoint is.
 */
public final class Report {

  private static final String USAGE =
      "usage: perf/measure [--quick] [--million] [--rounds N] [--bench DIR] [--note TEXT] [PART…|none]; parts are "
          + String.join(", ", Part.ids());

  private final List<Part> wanted = new ArrayList<>();
  private int rounds = 3;
  private boolean quick;
  private boolean million;
  private boolean nothing;
  private String note = "";
  private Path bench = Path.of("../shared/bench");

  private Report() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Report report = new Report();
    try {
      report.read(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    try (Place place = Place.open()) {
      report.run(place);
    }
  }

  private void read(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--quick" -> quick = true;
        case "--million" -> million = true;
        case "--rounds" -> rounds = Integer.parseInt(value(arguments, ++i));
        case "--bench" -> bench = Path.of(value(arguments, ++i));
        case "--note" -> note = value(arguments, ++i);
        case "none" -> nothing = true;
        default ->
            wanted.add(Part.byId(argument).orElseThrow(() -> new IllegalArgumentException(USAGE)));
      }
    }
  }

  private static String value(List<String> arguments, int at) {
    if (at >= arguments.size()) {
      throw new IllegalArgumentException(USAGE);
    }
    return arguments.get(at);
  }

  private void run(Place place) throws IOException, InterruptedException {
    if (!Program.costsAreKnown()) {
      log("This is not Linux: processor time and resident memory stay unknown.");
    }
    Setting setting = new Setting(rounds, quick, million, bench.toAbsolutePath(), this::log);
    KeptSections kept =
        new KeptSections(
            place
                .checkout()
                .resolve(quick ? "perf/target/measured-quick" : "perf/target/measured"));
    place.assay("--version").run(); // built, and its start-up cache made, before anything is timed
    Map<Part, Section> sections = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (measured(part)) {
        log(part.id() + ": load before " + Machine.load());
        Section section = part.measure(place, setting);
        kept.keep(part, section);
        sections.put(part, section);
      } else {
        Optional<Section> before = kept.find(part);
        before.ifPresent(section -> sections.put(part, section));
      }
    }
    System.out.print(text(sections));
  }

  private boolean measured(Part part) {
    if (nothing) {
      return false;
    }
    if (!wanted.isEmpty()) {
      return wanted.contains(part);
    }
    return part != Part.MILLION || million;
  }

  private String text(Map<Part, Section> sections) {
    StringBuilder text = new StringBuilder();
    text.append(Prose.INTRODUCTION.formatted(Machine.describe(), rounds));
    if (!note.isEmpty()) {
      text.append("\n**About this sitting:** ").append(note).append('\n');
    }
    if (quick) {
      text.append("\n**Tried at small size: these figures mean nothing.**\n");
    }
    text.append("\n## What was aimed at\n\n| | aim | measured | reached |\n|---|--:|--:|---|\n");
    sections.values().stream()
        .flatMap(section -> section.aims().stream())
        .forEach(aim -> line(text, aim));
    text.append('\n').append(Prose.READING_THEM);
    for (Map.Entry<Part, Section> section : sections.entrySet()) {
      text.append("\n## ").append(section.getKey().title()).append("\n\n");
      text.append(section.getValue().markdown());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Aim aim) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s |%n",
            aim.what(),
            aim.aim(),
            aim.measured(),
            aim.reached() ? "yes" : "**no**"));
  }

  private void log(String line) {
    System.err.println("measure: " + line);
  }
}
