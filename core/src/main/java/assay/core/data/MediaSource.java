package assay.core.data;

import assay.core.Media;
import java.io.IOException;
import java.io.InputStream;

/** Opens the media of samples; confined to the data folder and the content store. */
public interface MediaSource {

  /**
   * The bytes as the publisher has them. To be closed by the caller.
   *
   * @throws assay.core.AssayException if there is no such file, or the path leaves the data folder
   * @throws IOException if it cannot be read
   */
  InputStream open(Media media) throws IOException;
}
