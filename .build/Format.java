import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Checks or mends the layout of every Java file of the checkout by google-java-format.
 *
 * <p>{@code java -cp google-java-format-all-deps.jar .build/Format.java check|write ROOT MEMORY}.
 * {@code MEMORY} is a file that remembers, by SHA-256 together with the formatter's version, which
 * contents are known to be well laid out, so that a build looks only at what changed.
 */
final class Format {

  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

  private Format() {}

  public static void main(String[] arguments) throws IOException {
    boolean write = arguments[0].equals("write");
    Path root = Path.of(arguments[1]);
    Path memory = Path.of(arguments[2]);
    Set<String> good = new ConcurrentSkipListSet<>();
    if (Files.exists(memory)) {
      good.addAll(Files.readAllLines(memory, StandardCharsets.UTF_8));
    }
    Set<String> seen = new ConcurrentSkipListSet<>();
    Set<String> differing = new ConcurrentSkipListSet<>();
    Set<String> broken = new ConcurrentSkipListSet<>();
    String version = String.valueOf(Formatter.class.getProtectionDomain().getCodeSource());
    sources(root).parallelStream()
        .forEach(
            file -> {
              try {
                String source = Files.readString(file, StandardCharsets.UTF_8);
                String digest = digest(version, source);
                if (good.contains(digest)) {
                  seen.add(digest);
                  return;
                }
                String formatted = format(source);
                if (formatted.equals(source)) {
                  seen.add(digest);
                } else if (write) {
                  Files.writeString(file, formatted, StandardCharsets.UTF_8);
                  seen.add(digest(version, formatted));
                  differing.add(root.relativize(file).toString());
                } else {
                  differing.add(root.relativize(file).toString());
                }
              } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
              } catch (com.google.googlejavaformat.java.FormatterException e) {
                broken.add(root.relativize(file) + ": " + e.getMessage());
              }
            });
    Files.createDirectories(memory.getParent());
    Files.write(memory, new TreeSet<>(seen), StandardCharsets.UTF_8);
    broken.forEach(line -> System.err.println("cannot be parsed: " + line));
    for (String file : differing) {
      System.err.println((write ? "formatted: " : "not formatted: ") + file);
    }
    if (!broken.isEmpty()) {
      System.exit(1);
    }
    if (!write && !differing.isEmpty()) {
      System.err.println("Format them all with: mvn -o -q -N -Pformat process-sources");
      System.exit(1);
    }
  }

  private static String format(String source)
      throws com.google.googlejavaformat.java.FormatterException {
    String imports = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(imports));
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String digest(String version, String source) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(version.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
