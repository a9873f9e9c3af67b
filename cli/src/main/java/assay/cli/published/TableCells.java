package assay.cli.published;

import assay.core.AssayException;
import assay.core.Location;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.format.Format;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import assay.datasets.yaml.YamlDocument;
import assay.datasets.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV, TSV or YAML file, cell by cell as text. */
final class TableCells {

  static final int MOST_ROWS = 100_000;

  private static final int LONGEST_HEADER = 4_096;

  private static final List<Separator> SEPARATORS =
      List.of(
          new Separator(
              ";", "semicolons", "save it parted by commas, or by tabs under a name in .tsv"),
          new Separator("\t", "tabs", "give the file a name in .tsv"));

  private final ProblemReport problems;

  private record Separator(String sign, String name, String remedy) {}

  /** A row as its cells say it. */
  record Cells(Location place, SequencedMap<String, String> cells) {

    @Nullable String get(String column) {
      @Nullable String cell = cells.get(column);
      return cell == null || cell.isBlank() ? null : cell.strip();
    }
  }

  /** Puts what is wrong into the report. */
  TableCells(ProblemReport problems) {
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @throws AssayException if there is none, it is no text, or has more rows than are taken
   */
  List<Cells> read(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") ? yaml(file) : delimited(file);
  }

  private static AssayException tooLong(Path file) {
    return AssayException.data(
        Problem.of("the table has more than " + MOST_ROWS + " rows")
            .at(file.toString())
            .expected("a table as it was printed")
            .remedy("split it, sets apart: rows are held against others of their set alone"));
  }

  private List<Cells> delimited(Path file) {
    boolean tabs = file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv");
    if (!tabs) {
      refuseOtherSeparators(file);
    }
    List<Cells> all = new ArrayList<>();
    try (RowSource rows = RowSources.open(TableFile.of(file, tabs ? Format.TSV : Format.CSV))) {
      while (rows.hasNext()) {
        if (all.size() == MOST_ROWS) {
          throw tooLong(file);
        }
        Row row = rows.next();
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, Value> cell : row.values().fields().entrySet()) {
          cells.put(cell.getKey().strip(), cell.getValue().asText());
        }
        all.add(new Cells(row.locate(null), cells));
      }
    }
    return all;
  }

  /** A header of several known columns that other signs than commas part. */
  private static void refuseOtherSeparators(Path file) {
    String header;
    try (InputStream in = Files.newInputStream(file)) {
      header =
          new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElse("");
    } catch (IOException e) {
      return; // whoever reads the rows tells it
    }
    for (Separator one : SEPARATORS) {
      long known =
          Arrays.stream(header.split(Pattern.quote(one.sign()), -1))
              .map(cell -> cell.replace("\"", "").replace("\uFEFF", "").strip())
              .filter(PrintedTable::isColumn)
              .count();
      if (known > 1 && !header.contains(",")) {
        throw AssayException.data(
            Problem.of("the columns are parted by " + one.name())
                .at(file.toString(), 1L, null)
                .expected("commas, and points in decimals, as in 45.82")
                .remedy(one.remedy()));
      }
    }
  }

  private List<Cells> yaml(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw AssayException.usage(Problem.of("there is no such file").at(file.toString()));
    } catch (CharacterCodingException e) {
      throw AssayException.data(
          Problem.of("the file is not text in UTF-8")
              .at(file.toString())
              .expected("UTF-8")
              .remedy("convert the file, for example: iconv -f WINDOWS-1252 -t UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Cells> all = new ArrayList<>();
    @Nullable YamlNode root = YamlDocument.read(text, file.toString(), problems);
    if (!(root instanceof YamlNode.Sequence list)) {
      if (root != null) {
        problems.add(
            Problem.of("the document is " + root.described())
                .at(file.toString(), (long) root.line(), null)
                .expected("a list of rows"));
      }
      return all;
    }
    if (list.items().size() > MOST_ROWS) {
      throw tooLong(file);
    }
    for (YamlNode item : list.items()) {
      Location place = new Location(file.toString(), (long) item.line(), null);
      if (item instanceof YamlNode.Mapping mapping) {
        all.add(new Cells(place, cells(mapping, place)));
      } else {
        problems.add(
            Problem.of("a row is " + item.described())
                .at(file.toString(), (long) item.line(), null)
                .expected("a map such as {system: A, value: 83.84, n: 198}"));
      }
    }
    return all;
  }

  private SequencedMap<String, String> cells(YamlNode.Mapping mapping, Location place) {
    SequencedMap<String, String> cells = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof YamlNode.Scalar scalar) {
                cells.put(key, scalar.type() == YamlNode.ScalarType.NOTHING ? "" : scalar.text());
              } else {
                problems.add(
                    Problem.of("'" + key + "' is " + entry.value().described())
                        .at(place.file(), (long) entry.line(), key)
                        .expected("a number or a word"));
              }
            });
    return cells;
  }
}
