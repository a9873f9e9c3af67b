package assay.datasets.format;

import assay.core.Location;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.datasets.table.RowQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Reads a table in a process of its own and says how many rows there were, and the largest resident
 * memory: {@code FORMAT FILE [SQL]}.
 */
final class ReadingChild {

  private ReadingChild() {}

  public static void main(String[] arguments) throws IOException {
    Format format = Format.byId(arguments[0]).orElseThrow();
    Path file = Path.of(arguments[1]);
    RowSource all = RowSources.open(TableFile.of(file, format));
    Location place = new Location("benchmark.yaml", null, "rows");
    RowQuery query =
        RowQuery.of(arguments.length > 2 ? arguments[2] : null, new LinkedHashMap<>(), place);
    long start = System.nanoTime();
    long rows = 0;
    long characters = 0;
    try (RowSource source = query.run(all)) {
      while (source.hasNext()) {
        Row row = source.next();
        rows++;
        characters += row.values().fields().sequencedValues().getLast().asText().length();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(rows + " " + characters + " " + residentKilobytes() + " " + seconds);
  }

  /** The largest resident memory so far; 0 where the system does not tell. */
  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return 0;
  }
}
