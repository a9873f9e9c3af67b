package assay.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Sha256;
import assay.testkit.SharedData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The 203 test images of VQA-RAD as published. */
class VqaRadImagesTest {

  @Test
  void allPassUnchangedWithTheirSizes() throws IOException {
    Path images = SharedData.require("VQA-RAD/data_RAD/images");
    ImagePreparation preparation = new ImagePreparation(ImagePolicy.DEFAULT);
    List<Path> files;
    try (Stream<Path> all = Files.list(images)) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSize(203);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      PreparedImage image = preparation.prepare(bytes, file.getFileName().toString());

      assertThat(image.sha256()).as(file.toString()).isEqualTo(Sha256.of(bytes));
      assertThat(image.mime()).isEqualTo("image/jpeg");
      BufferedImage decoded = ImageIO.read(file.toFile());
      assertThat(image.width()).isEqualTo(decoded.getWidth());
      assertThat(image.height()).isEqualTo(decoded.getHeight());
    }
  }
}
