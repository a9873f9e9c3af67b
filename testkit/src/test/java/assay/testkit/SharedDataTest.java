package assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {
  @TempDir private Path folder;

  @Test
  void thePropertySaysWhereTheDataLie() {
    assertThat(SharedData.root("data", Path.of("/room"))).isEqualTo(Path.of("/room/data"));
    assertThat(SharedData.root("/a/../b", Path.of("/room"))).isEqualTo(Path.of("/b"));
  }

  @Test
  void withoutThePropertyTheFoldersAboveAreSearched() throws IOException {
    Path data = Files.createDirectories(folder.resolve("shared/data"));
    Path room = Files.createDirectories(folder.resolve("checkout/room"));
    assertThat(SharedData.root(null, room)).isEqualTo(data);
    assertThat(SharedData.root(" ", room)).isEqualTo(data);
  }

  @Test
  void missingDataSkipATestAndSayWhy() {
    assertThatThrownBy(() -> SharedData.require("no-such-set"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageStartingWith("real data are missing: no 'no-such-set' in ")
        .hasMessageEndingWith("; say where they are by -Dassay.data=FOLDER");
    assertThat(SharedData.has("no-such-set")).isFalse();
  }

  @Test
  void aNameStaysWithinTheData() {
    assertThatThrownBy(() -> SharedData.require("../secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'../secret' leaves the data folder ");
  }

  @Test
  void realDataAreFoundWhereTheyAre() {
    Path index = SharedData.require("INDEX.md");
    assertThat(index).isRegularFile();
    assertThat(SharedData.has("INDEX.md")).isTrue();
  }
}
