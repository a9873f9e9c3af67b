package assay.perf;

import assay.perf.kit.Aim;
import assay.perf.kit.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sections measured before, in a folder of the build, so that a part can be measured by itself. */
record KeptSections(Path folder) {

  void keep(Part part, Section section) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(part.id() + ".md"), section.markdown());
    Files.write(
        folder.resolve(part.id() + ".aims"), section.aims().stream().map(Aim::line).toList());
  }

  Optional<Section> find(Part part) throws IOException {
    Path markdown = folder.resolve(part.id() + ".md");
    Path aims = folder.resolve(part.id() + ".aims");
    if (!Files.exists(markdown) || !Files.exists(aims)) {
      return Optional.empty();
    }
    return Optional.of(
        new Section(
            Files.readString(markdown),
            Files.readAllLines(aims).stream().map(Aim::parse).toList()));
  }
}
