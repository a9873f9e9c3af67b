package assay.datasets.definition;

import assay.core.data.FieldPath;
import org.jspecify.annotations.Nullable;

/** Where a picture of a row lies, or several. */
public sealed interface MediaRule {

  /**
   * A file in the data folder; none where the record has nothing to put into the template.
   *
   * @param optional whether the file may be missing
   */
  record File(Template path, boolean optional) implements MediaRule {}

  /**
   * Files whose names one column lists.
   *
   * @param path where each lies; {@code {item}} stands for the name
   * @param optional whether files may be missing
   */
  record Files(Lookup names, Template path, boolean optional) implements MediaRule {}

  /**
   * Base64 text, or a list of it.
   *
   * @param index the column that numbers rows, or null; where it is given, a short value is the
   *     number of the row that holds the picture
   */
  record Base64(FieldPath from, @Nullable FieldPath index) implements MediaRule {}

  /** Raw bytes, Hugging Face's record of {@code bytes} and {@code path}, or a list of either. */
  record Struct(FieldPath from) implements MediaRule {}
}
