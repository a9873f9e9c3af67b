package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** A report as a page of HTML, read line by line. */
final class ReportPage {

  private static final int MOST_HEADINGS = 20;
  private static final int LONGEST_HEADING = 100;
  private static final int LONGEST_PART = 1 << 26;

  private ReportPage() {}

  /** Headings of the third order that stand on lines of their own. */
  static SequencedSet<String> headings(Path path) throws IOException {
    SequencedSet<String> headings = new LinkedHashSet<>();
    try (BufferedReader lines = lines(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String bare = line.strip();
        if (headings.size() < MOST_HEADINGS
            && bare.startsWith("<h3>")
            && bare.endsWith("</h3>")
            && bare.length() < LONGEST_HEADING) {
          headings.add(bare.substring("<h3>".length(), bare.length() - "</h3>".length()));
        }
      }
    }
    return headings;
  }

  /** Lines of UTF-8; what is none is replaced. */
  private static BufferedReader lines(Path path) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
  }

  /** Is given parts of a page. */
  @FunctionalInterface
  interface PartTaker {
    void take(int number, String part);
  }

  /** Gives what stands between the rules of a page, part by part, none kept. */
  static void parts(Path path, PartTaker taker) {
    try (BufferedReader lines = lines(path)) {
      StringBuilder part = new StringBuilder();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.strip().equals("<hr>")) {
          taker.take(number++, part.toString());
          part.setLength(0);
        } else if (part.length() + line.length() > LONGEST_PART) {
          throw AssayException.data(
              Problem.of("a part of the page is longer than " + LONGEST_PART + " characters")
                  .at(path.toString())
                  .expected("a rule (<hr>) after each question"));
        } else {
          part.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      throw LogFaults.of(e, path.toString());
    }
  }
}
