package assay.datasets.recording;

import assay.core.data.Value;
import assay.datasets.definition.RecordingRule;
import assay.datasets.format.Format;
import assay.datasets.format.TableFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be joined, and how.
 *
 * @param path where it lies
 * @param name the file as the user named it
 * @param rule how it is joined
 * @param format its format
 * @param parts what the braces of the pattern stand for
 * @param pattern the pattern that it fits
 */
record RecordingFile(
    Path path,
    String name,
    RecordingRule rule,
    Format format,
    SequencedMap<String, Value> parts,
    String pattern) {

  /** Who answered. */
  String system() {
    return rule.system().render(new Value.Fields(parts)).strip();
  }

  /** The subset that the file holds, or null for the whole. */
  @Nullable String subset() {
    return rule.subset() == null ? null : rule.subset().render(new Value.Fields(parts)).strip();
  }

  /** Whether the file holds answers to this split. */
  boolean isOf(String split) {
    return rule.splits().isEmpty() || splits().contains(split);
  }

  /** The splits that it holds; empty means any. */
  java.util.List<String> splits() {
    return rule.splits().stream()
        .map(template -> template.render(new Value.Fields(parts)).strip())
        .toList();
  }

  /** How it is read. */
  TableFile table() {
    return new TableFile(path, name, format, rule.records(), rule.sheet());
  }

  /** A record's fields, and behind them the parts of the file's name and the record's number. */
  Value.Fields withParts(Value.Fields record, long number) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>(record.fields());
    parts.forEach(fields::putIfAbsent);
    fields.putIfAbsent("row", new Value.Number(Long.toString(number)));
    return new Value.Fields(fields);
  }
}
