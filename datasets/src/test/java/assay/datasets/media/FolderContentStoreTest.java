package assay.datasets.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.Media;
import assay.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentStoreTest {

  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void storesContentOnceByItsHash() throws IOException {
    FolderContentStore store = new FolderContentStore(folder.resolve("media"));
    String name = store.put(PICTURE);
    assertThat(name).isEqualTo(Sha256.of(PICTURE));
    assertThat(store.put(PICTURE.clone())).isEqualTo(name);
    assertThat(files())
        .containsExactly(folder.resolve("media/" + name.substring(0, 2) + "/" + name));
    try (InputStream in = store.open(name)) {
      assertThat(in.readAllBytes()).isEqualTo(PICTURE);
    }
    assertThat(store.put(new byte[0])).isEqualTo(Sha256.of(""));
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX rights");
    FolderContentStore store = new FolderContentStore(folder.resolve("media"));
    String name = store.put(PICTURE);
    Path file = folder.resolve("media").resolve(name.substring(0, 2)).resolve(name);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void noticesDamage() throws IOException {
    FolderContentStore store = new FolderContentStore(folder);
    String name = store.put(PICTURE);
    Path file = folder.resolve(name.substring(0, 2)).resolve(name);
    Files.write(file, "b picture".getBytes(StandardCharsets.UTF_8));
    try (InputStream in = store.open(name)) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("stored content " + name + " is damaged");
    }
    Files.write(file, new byte[0]);
    store.put(PICTURE);
    try (InputStream in = store.open(name)) {
      assertThat(in.readAllBytes()).isEqualTo(PICTURE);
    }
  }

  @Test
  void refusesWhatIsNoHash() {
    FolderContentStore store = new FolderContentStore(folder);
    assertThatThrownBy(() -> store.open("../../etc/passwd"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("not a SHA-256");
    assertThatThrownBy(() -> store.open("0".repeat(64))).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void takesTheSameContentFromManyThreads() throws Exception {
    FolderContentStore store = new FolderContentStore(folder);
    List<Future<String>> names = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 400; i++) {
        byte[] bytes = ("picture " + i % 10).repeat(1000).getBytes(StandardCharsets.UTF_8);
        names.add(threads.submit(() -> store.put(bytes)));
      }
    }
    for (Future<String> name : names) {
      assertReadable(store, name);
    }
    assertThat(files()).hasSize(10);
  }

  private static void assertReadable(FolderContentStore store, Future<String> name)
      throws IOException, ExecutionException, InterruptedException {
    try (InputStream in = store.open(name.get())) {
      assertThat(Sha256.of(in)).isEqualTo(name.get());
    }
  }

  @Test
  void mediaComeFromFolderAndStore() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.write(data.resolve("x.png"), PICTURE);
    FolderContentStore store = new FolderContentStore(folder.resolve("media"));
    FolderMediaSource source = new FolderMediaSource(DataFolder.of(data), store);
    for (Media media : List.of(new Media.File("x.png"), new Media.Stored(store.put(PICTURE)))) {
      try (InputStream in = source.open(media)) {
        assertThat(in.readAllBytes()).isEqualTo(PICTURE);
      }
    }
  }
}
