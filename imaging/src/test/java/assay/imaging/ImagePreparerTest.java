package assay.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Media;
import assay.core.Sha256;
import assay.core.data.ContentStore;
import assay.core.data.MediaSource;
import assay.core.exchange.Part;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImagePreparerTest {

  /** A content store in memory. */
  static final class MemoryStore implements ContentStore {
    final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] content) {
      String name = Sha256.of(content);
      bytes.put(name, content);
      return name;
    }

    @Override
    public InputStream open(String sha256) throws IOException {
      byte[] content = bytes.get(sha256);
      if (content == null) {
        throw new FileNotFoundException(sha256);
      }
      return new ByteArrayInputStream(content);
    }
  }

  private final AtomicInteger opened = new AtomicInteger();
  private final MemoryStore store = new MemoryStore();
  private final MediaSource source =
      media -> {
        opened.incrementAndGet();
        return switch (media) {
          case Media.File(String path) ->
              new ByteArrayInputStream(Fixtures.bytes("formats/" + path));
          case Media.Stored(String sha256) -> store.open(sha256);
        };
      };

  private ImagePreparer preparer(ImagePolicy policy) {
    return new ImagePreparer(source, store, policy);
  }

  @Test
  void preparedBytesLieInTheStore() throws IOException {
    Part.ImagePart part = preparer(ImagePolicy.DEFAULT).prepare(new Media.File("rgb.bmp"));

    assertThat(part.mime()).isEqualTo("image/png");
    assertThat(Sha256.of(store.open(part.sha256()))).isEqualTo(part.sha256());
    assertThat(part.provenance()).contains("\"format\":\"bmp\"").contains("\"step\":\"encoded\"");
  }

  @Test
  void storedPicturesAreTakenToo() throws IOException {
    String sha256 = store.put(Fixtures.bytes("formats/grey.png"));

    Part.ImagePart part = preparer(ImagePolicy.DEFAULT).prepare(new Media.Stored(sha256));

    assertThat(part.sha256()).isEqualTo(sha256);
  }

  @Test
  void eachPictureIsPreparedOnceHoweverManyWantIt() throws Exception {
    ImagePreparer preparer = preparer(ImagePolicy.DEFAULT.withMaxSide(20));
    List<Callable<Part.ImagePart>> tasks =
        IntStream.range(0, 200)
            .<Callable<Part.ImagePart>>mapToObj(
                i ->
                    () ->
                        preparer.prepare(new Media.File(List.of("rgb.png", "grey.gif").get(i % 2))))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Part.ImagePart> part : threads.invokeAll(tasks)) {
        assertThat(part.get().width()).isEqualTo(20);
      }
    }
    assertThat(opened).hasValue(2);
    assertThat(preparer.counts().toString()).isEqualTo("{colour=1, encoded=2, resized=2}");
  }

  @Test
  void aFailureIsNotRemembered() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    ImagePreparer preparer =
        new ImagePreparer(
            media -> {
              byte[] png = Fixtures.bytes("formats/grey.png");
              return new ByteArrayInputStream(
                  png, 0, calls.getAndIncrement() == 0 ? 50 : png.length);
            },
            store,
            ImagePolicy.DEFAULT);

    assertThatThrownBy(() -> preparer.prepare(new Media.File("images/a b.png")))
        .isInstanceOf(AssayException.class)
        .hasMessageStartingWith("images/a b.png: truncated png: ");
    assertThat(preparer.prepare(new Media.File("images/a b.png")).width()).isEqualTo(37);
  }

  @Test
  void filesPastTheLimitAreNotReadToTheirEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0x42;
          }
        };
    ImagePreparer preparer =
        new ImagePreparer(media -> endless, store, ImagePolicy.DEFAULT.withMaxBytes(5000));

    assertThatThrownBy(() -> preparer.prepare(new Media.Stored("0123456789abcdef")))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            "image 0123456789ab: the file has more than 5000 bytes\n"
                + "  expected: at most 5000 bytes an image");
  }
}
