package assay.perf.kit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the measurements were made on. */
public final class Machine {

  private Machine() {}

  /** Processors, memory, system and JDK, in one sentence. */
  public static String describe() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%d processors (%s), %s of memory, %s %s, %s %s",
        runtime.availableProcessors(),
        value(Path.of("/proc/cpuinfo"), "model name", "model not told"),
        memory(),
        System.getProperty("os.name"),
        value(Path.of("/etc/os-release"), "PRETTY_NAME", System.getProperty("os.version")),
        System.getProperty("java.vm.name"),
        Runtime.version());
  }

  /** The load average over the last minute; negative where the system does not tell. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String memory() {
    String total = value(Path.of("/proc/meminfo"), "MemTotal", "").replaceAll("\\D", "");
    return total.isEmpty()
        ? "an unknown amount"
        : Math.round(Long.parseLong(total) / 1024.0 / 1024) + " GiB";
  }

  private static String value(Path file, String key, String otherwise) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (String line : lines) {
        String[] parts = line.split("[:=]", 2);
        if (parts.length == 2 && parts[0].strip().equals(key)) {
          return parts[1].replace("\"", "").strip();
        }
      }
      return otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }
}
