package assay.datasets.media;

import assay.core.Media;
import assay.core.data.ContentStore;
import assay.core.data.MediaSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Opens media of a data folder and of a content store. */
public final class FolderMediaSource implements MediaSource {

  private final DataFolder folder;
  private final ContentStore store;

  public FolderMediaSource(DataFolder folder, ContentStore store) {
    this.folder = folder;
    this.store = store;
  }

  @Override
  public InputStream open(Media media) throws IOException {
    return switch (media) {
      case Media.File file -> Files.newInputStream(folder.resolve(file.path()));
      case Media.Stored stored -> store.open(stored.sha256());
    };
  }
}
