package assay.cli.wiring;

import assay.models.spec.ModelScheme;
import assay.models.spec.ReaderEntry;
import java.util.List;

/** The one reader that lives outside the room {@code models}. */
final class PixelReaderEntry {

  static final String NAME = "pixels";

  static final ReaderEntry ENTRY =
      new ReaderEntry(
          ModelScheme.READER,
          NAME,
          "looks at phantom images: thresholds, connected components, measurement",
          List.of());

  private PixelReaderEntry() {}
}
