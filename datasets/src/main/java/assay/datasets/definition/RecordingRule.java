package assay.datasets.definition;

import assay.core.data.FieldPath;
import assay.datasets.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file of recorded answers is joined to samples.
 *
 * @param files patterns on the file's name
 * @param splits the splits that the file holds, parts of its name put in; empty means any
 * @param subset the subset that it holds, or null for the whole
 * @param system the name of who answered, parts of the file's name put in
 * @param join by what rows and samples are brought together
 * @param id the recorded row's key, or null for the sample's id template
 * @param matches the key of the sample's row that {@code id} must equal, or null for the sample's
 *     id
 * @param epoch the repetition that a row is of, from 1, or null where there is one alone
 * @param reply the reply's text
 * @param error why there is no reply: where it holds a text and the reply nothing, the exchange
 *     failed; or null
 * @param reasoning reasoning apart from the reply, or null
 * @param gold the gold answer in the recorded row, compared as raw text, or null
 * @param check further columns that must be equal
 * @param duplicates what happens to several rows of one sample
 * @param partial whether a sample without a row was never asked
 * @param reading what the publisher read, or null
 * @param score the score that the publisher gave, or null
 * @param usage where tokens, cost and seconds stand
 * @param asked where it is stated what was put to the reader
 * @param format the format of files whose name does not tell
 * @param records where records lie in a JSON document, or null
 * @param sheet the sheet of a workbook, or null
 * @param source the entry as written, to which a command line's settings are added
 */
public record RecordingRule(
    List<NamePattern> files,
    List<Template> splits,
    @Nullable Template subset,
    Template system,
    Join join,
    @Nullable Template id,
    @Nullable Template matches,
    @Nullable FieldPath epoch,
    FieldPath reply,
    @Nullable FieldPath error,
    @Nullable FieldPath reasoning,
    @Nullable FieldPath gold,
    List<Check> check,
    Duplicates duplicates,
    boolean partial,
    @Nullable Lookup reading,
    @Nullable Lookup score,
    UsagePaths usage,
    AskedPaths asked,
    assay.datasets.format.@Nullable Format format,
    @Nullable String records,
    @Nullable String sheet,
    YamlNode.Mapping source) {

  public RecordingRule {
    files = List.copyOf(files);
    splits = List.copyOf(splits);
    check = List.copyOf(check);
  }

  /** By what recorded rows and samples are brought together. */
  public enum Join {
    /** By a key, compared as text. */
    ID,
    /** By position: the first row is the first sample's. */
    POSITION
  }

  /** What happens to several rows of one sample. */
  public enum Duplicates {
    /** The first counts. */
    FIRST,
    /** The last counts. */
    LAST,
    /** They are an error. */
    ERROR
  }

  /**
   * Two columns that must be equal, compared as text.
   *
   * @param recorded of the recorded row
   * @param sample of the sample's row
   */
  public record Check(FieldPath recorded, FieldPath sample) {}

  /**
   * Where it is stated what was put; null where the file does not state it.
   *
   * @param prompt all words
   * @param images a list of SHA-256 of pictures
   * @param settings named settings of generation
   */
  public record AskedPaths(
      @Nullable FieldPath prompt, @Nullable FieldPath images, @Nullable FieldPath settings) {}

  /**
   * Where figures of the exchange stand; null where the file has none.
   *
   * @param finish why the reply ended, in the endpoint's words
   * @param model the model that the endpoint named
   */
  public record UsagePaths(
      @Nullable FieldPath prompt,
      @Nullable FieldPath completion,
      @Nullable FieldPath reasoning,
      @Nullable FieldPath cached,
      @Nullable FieldPath cost,
      @Nullable FieldPath seconds,
      @Nullable FieldPath finish,
      @Nullable FieldPath model) {}
}
