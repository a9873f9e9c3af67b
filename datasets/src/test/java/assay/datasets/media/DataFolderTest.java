package assay.datasets.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {

  @TempDir Path temporary;
  private Path root;
  private DataFolder folder;

  @BeforeEach
  void fill() throws IOException {
    root = Files.createDirectories(temporary.resolve("data")).toRealPath();
    Files.createDirectories(root.resolve("images/胸 部"));
    Files.writeString(root.resolve("images/a b.png"), "1");
    Files.writeString(root.resolve("images/胸 部/x.jpg"), "2");
    Files.writeString(temporary.resolve("secret.txt"), "secret");
    folder = DataFolder.of(root);
  }

  @Test
  void findsFilesBelowIt() throws IOException {
    assertThat(Files.readString(folder.resolve("images/a b.png"))).isEqualTo("1");
    assertThat(Files.readString(folder.resolve("images/胸 部/x.jpg"))).isEqualTo("2");
    assertThat(folder.resolve("./images/../images//a b.png"))
        .isEqualTo(root.resolve("images/a b.png"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "images/../../secret.txt",
        "/etc/passwd",
        "..",
        ".",
        "",
        " ",
        "images\\a b.png",
        "../data/../secret.txt"
      })
  void refusesWhatLeadsOut(String name) {
    assertThatThrownBy(() -> folder.resolve(name))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the name leads out of the data folder")
        .hasMessageContaining("expected: a path below " + root);
  }

  @Test
  void refusesNul() {
    assertThatThrownBy(() -> folder.resolve("images/a\0b"))
        .isInstanceOf(AssayException.class)
        .hasMessageStartingWith("images/a\\0b: this is no name of a file");
  }

  @Test
  void refusesALinkThatLeadsOut() throws IOException {
    Files.createSymbolicLink(root.resolve("link.txt"), temporary.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("up"), temporary);
    Files.createSymbolicLink(root.resolve("in.png"), root.resolve("images/a b.png"));
    assertThatThrownBy(() -> folder.resolve("link.txt"))
        .hasMessageContaining("a symbolic link on the way leads out of the data folder");
    assertThatThrownBy(() -> folder.resolve("up/secret.txt"))
        .hasMessageContaining("a symbolic link on the way leads out of the data folder");
    assertThat(folder.resolve("in.png")).isEqualTo(root.resolve("images/a b.png"));
  }

  @Test
  void findsNamesWhoseAccentsAreWrittenOtherwise() throws IOException {
    String composed = Normalizer.normalize("é.png", Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize("é.png", Normalizer.Form.NFD);
    Path french = Files.createDirectories(root.resolve("fr" + decomposed));
    Files.writeString(french.resolve(composed), "3");
    assertThat(Files.readString(folder.resolve("fr" + composed + "/" + decomposed))).isEqualTo("3");
  }

  @Test
  void listsTheNearestNamesOfOneThatIsMissing() {
    assertThatThrownBy(() -> folder.resolve("images/a_b.png"))
        .hasMessage(
            "images/a_b.png: there is no such file in the data folder "
                + root
                + "\n  expected: 'images/a b.png', the nearest of images/a b.png, images/胸 部\n"
                + "  remedy: get the file from the publisher, or check the data folder");
    assertThatThrownBy(() -> folder.resolve("imags/a.png"))
        .hasMessageContaining("expected: 'images'\n");
    assertThatThrownBy(() -> folder.resolve("images"))
        .hasMessageStartingWith("images: this is a folder, not a file");
  }

  @Test
  void mustBeThere() {
    assertThatThrownBy(() -> DataFolder.of(temporary.resolve("none")))
        .isInstanceOf(AssayException.class)
        .hasMessageEndingWith("none: there is no such folder");
    assertThatThrownBy(() -> DataFolder.of(temporary.resolve("secret.txt")))
        .hasMessageEndingWith("secret.txt: this is a file, not a folder");
  }
}
