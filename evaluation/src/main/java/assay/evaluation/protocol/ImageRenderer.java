package assay.evaluation.protocol;

import assay.core.Media;
import assay.core.exchange.Part;
import java.io.IOException;

/** Makes of a sample's picture what the reader gets. Safe for use by several threads. */
@FunctionalInterface
public interface ImageRenderer {

  /**
   * The picture as it is sent; its bytes are in the content store afterwards.
   *
   * @throws assay.core.AssayException if the file is missing or is no picture
   * @throws IOException if it cannot be read or stored
   */
  Part.ImagePart render(Media media) throws IOException;
}
