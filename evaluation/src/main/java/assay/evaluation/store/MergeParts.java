package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.evaluation.json.Json;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are to become one: whether they fit together, and what the whole says of itself.
 */
final class MergeParts {

  /** Keys of table {@code run} in which runs must agree. */
  private static final List<String> AGREE =
      List.of(
          "benchmark",
          "benchmark_version",
          "split",
          "arms",
          "epochs",
          "seed",
          "selection",
          "generation",
          "image_side");

  private final List<Path> files;
  private final List<SequencedMap<String, String>> values = new ArrayList<>();
  private final List<Map<String, String>> hashes = new ArrayList<>();
  private final SequencedMap<String, Readers> readers = new LinkedHashMap<>();

  /** A reader of the parts. */
  private static final class Readers {
    private final SequencedSet<String> identities = new LinkedHashSet<>();

    /** By subset: shards share a recording and its surplus, subsets have their own. */
    private final Map<String, Long> surplus = new LinkedHashMap<>();
  }

  /**
   * A reader of the whole.
   *
   * @param identity that of every part, a line each where they differ
   * @param surplusRows records of its recordings that no trial uses
   */
  record Reader(String name, String identity, long surplusRows) {}

  /**
   * Looks at the parts.
   *
   * @throws AssayException with every way in which they do not fit together
   */
  MergeParts(List<Path> files) {
    this.files = List.copyOf(files);
    ProblemReport problems = new ProblemReport();
    for (Path part : files) {
      if (RunFileLock.isTaken(part)) {
        problems.add(
            Problem.of("the run is being written")
                .at(part.toString())
                .remedy("wait until its process has ended"));
      }
      try (RunFile file = RunFile.openReadOnly(part)) {
        Seal.check(file);
        look(file);
      }
    }
    for (int i = 1; i < files.size(); i++) {
      compare(i, problems);
    }
    problems.throwIfAny(AssayException.Category.DATA);
  }

  private void look(RunFile file) {
    SequencedMap<String, String> here = file.values();
    values.add(here);
    hashes.add(SnapshotRows.hashes(file));
    String subset = here.getOrDefault("subset", "");
    try (Statement statement = file.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name, identity, surplus_rows FROM model ORDER BY ordinal")) {
      while (rows.next()) {
        Readers reader = readers.computeIfAbsent(rows.getString(1), name -> new Readers());
        reader.identities.add(rows.getString(2));
        reader.surplus.merge(subset, rows.getLong(3), Math::max);
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  private void compare(int index, ProblemReport problems) {
    String part = files.get(index).toString();
    for (String key : AGREE) {
      String mine = values.get(index).getOrDefault(key, "");
      String other = values.getFirst().getOrDefault(key, "");
      if (!mine.equals(other)) {
        problems.add(
            Problem.of(key + " is '" + mine + "'")
                .at(part)
                .expected("'" + other + "' as in " + files.getFirst()));
      }
    }
    for (int before = 0; before < index; before++) {
      for (Map.Entry<String, String> data : hashes.get(before).entrySet()) {
        @Nullable String mine = hashes.get(index).get(data.getKey());
        if (mine != null && !mine.equals(data.getValue())) {
          problems.add(
              Problem.of("its " + data.getKey() + " is not the same")
                  .at(part)
                  .expected("SHA-256 " + data.getValue() + " as in " + files.get(before)));
          return;
        }
      }
    }
  }

  List<Path> files() {
    return files;
  }

  List<Reader> readers() {
    List<Reader> all = new ArrayList<>();
    readers.forEach(
        (name, reader) ->
            all.add(
                new Reader(
                    name,
                    String.join("\n", reader.identities),
                    reader.surplus.values().stream().mapToLong(Long::longValue).sum())));
    return all;
  }

  /**
   * The subset that the whole is narrowed to: that of all parts, or theirs joined by plus signs;
   * none where one part holds all, or all together do.
   */
  @Nullable String subset() {
    SequencedSet<String> subsets = new LinkedHashSet<>();
    for (SequencedMap<String, String> part : values) {
      @Nullable String subset = part.get("subset");
      if (subset == null) {
        return null;
      }
      subsets.add(subset);
    }
    @Nullable String all = values.getFirst().get("subsets");
    Set<String> missing = new HashSet<>(all == null ? List.of() : texts(all));
    missing.removeAll(subsets);
    return all != null && missing.isEmpty() ? null : String.join("+", subsets);
  }

  private static Collection<String> texts(String json) {
    return Json.read(json).valueStream().map(text -> text.asText()).toList();
  }
}
