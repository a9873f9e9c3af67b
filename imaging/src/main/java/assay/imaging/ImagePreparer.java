package assay.imaging;

import assay.core.AssayException;
import assay.core.Media;
import assay.core.Problem;
import assay.core.data.ContentStore;
import assay.core.data.MediaSource;
import assay.core.exchange.Part;
import assay.imaging.provenance.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Prepares the pictures of samples and puts them into the content store, each once as long as it is
 * remembered. Safe for use by several threads; those that want the same picture wait for one
 * preparation.
 */
public final class ImagePreparer {

  /** Pictures remembered, the least recently wanted forgotten first. */
  static final int REMEMBERED = 8192;

  private final MediaSource source;
  private final ContentStore store;
  private final ImagePolicy policy;
  private final ImagePreparation preparation;
  private final Map<Media, FutureTask<Part.ImagePart>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Media, FutureTask<Part.ImagePart>> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final TreeMap<String, Long> counts = new TreeMap<>();

  public ImagePreparer(MediaSource source, ContentStore store, ImagePolicy policy) {
    this.source = source;
    this.store = store;
    this.policy = policy;
    this.preparation = new ImagePreparation(policy);
  }

  /**
   * The picture as a reader sees it, its bytes in the content store.
   *
   * @throws AssayException if there is no such file, or it is not a picture that can be shown
   * @throws IOException if it cannot be read, or the store cannot be written
   */
  public Part.ImagePart prepare(Media media) throws IOException {
    FutureTask<Part.ImagePart> task;
    synchronized (known) {
      task = known.computeIfAbsent(media, wanted -> new FutureTask<>(() -> make(wanted)));
    }
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      forget(media, task);
      throw rethrown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while preparing " + name(media), e);
    }
  }

  /**
   * The size at which a picture would be sent, without decoding it.
   *
   * @throws AssayException if there is no such file, or its header says that it cannot be shown
   * @throws IOException if it cannot be read
   */
  public ImageSize size(Media media) throws IOException {
    return preparation.size(bytes(media), name(media));
  }

  /**
   * How many pictures met which step ({@link Step#id()}), sorted by name. A picture that was
   * forgotten and prepared anew counts again; the records in the run are exact.
   */
  public SequencedMap<String, Long> counts() {
    synchronized (counts) {
      return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
    }
  }

  private Part.ImagePart make(Media media) throws IOException {
    PreparedImage image = preparation.prepare(bytes(media), name(media));
    String sha256 = store.put(image.bytes());
    synchronized (counts) {
      for (String id : new TreeSet<>(image.provenance().steps().stream().map(Step::id).toList())) {
        counts.merge(id, 1L, Long::sum);
      }
    }
    return new Part.ImagePart(
        sha256, image.mime(), image.width(), image.height(), image.provenance().json());
  }

  private byte[] bytes(Media media) throws IOException {
    int limit = (int) Math.min(Integer.MAX_VALUE - 16, policy.maxBytes());
    try (InputStream in = source.open(media)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw AssayException.data(
            Problem.of("the file has more than " + limit + " bytes")
                .at(name(media))
                .expected("at most " + limit + " bytes an image"));
      }
      return bytes;
    }
  }

  private void forget(Media media, FutureTask<Part.ImagePart> failed) {
    synchronized (known) {
      known.remove(media, failed);
    }
  }

  private static IOException rethrown(ExecutionException e) {
    return switch (e.getCause()) {
      case AssayException fault -> throw fault;
      case IOException fault -> fault;
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  private static String name(Media media) {
    return switch (media) {
      case Media.File file -> file.path();
      case Media.Stored stored ->
          "image " + stored.sha256().substring(0, Math.min(12, stored.sha256().length()));
    };
  }
}
