package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.datasets.RealBenchmarks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkCatalogTest {

  private final BenchmarkCatalog catalog = RealBenchmarks.catalog();

  @Test
  void namesAreThoseOfTheFolders() {
    assertThat(catalog.names())
        .containsExactly(
            "aci-bench",
            "afrimedqa",
            "genegpt",
            "genehop",
            "healthbench-br",
            "medbullets",
            "medcalc-bench",
            "medec",
            "mediqa-chat-2023-wanglab",
            "medmcqa",
            "medqa",
            "medqa-5",
            "mirage",
            "mmlu-med",
            "mmlu-pro-health",
            "mmmu-pro",
            "mmmu-val",
            "pubmedqa",
            "pubmedqa-readers",
            "radiology-reports",
            "vqa-rad",
            "worldmedqa-v");
    assertThat(catalog.names())
        .allSatisfy(name -> assertThat(catalog.find(name).definition().name()).isEqualTo(name));
  }

  @Test
  void aSubsetIsNamedBehindASlash() {
    BenchmarkCatalog.Found found = catalog.find("mirage/medqa");
    assertThat(found.definition().name()).isEqualTo("mirage");
    assertThat(found.subset()).isEqualTo("medqa");
    assertThat(catalog.find("mirage").subset()).isNull();
    assertThatThrownBy(() -> catalog.find("mirage/medmqa"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("benchmark 'mirage' has no subset 'medmqa'")
        .hasMessageContaining("'medqa', the nearest of medqa, medmcqa, ");
    assertThatThrownBy(() -> catalog.find("medqa/hard"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("'medqa' alone: it has no subsets");
  }

  @Test
  void aPathWorksToo() {
    Path folder = RealBenchmarks.folder("benchmarks/mirage");
    assertThat(catalog.find(folder.toString()).definition().name()).isEqualTo("mirage");
    assertThat(catalog.find(folder + "/benchmark.yaml").subset()).isNull();
    assertThat(catalog.find(folder + "/mmlu").subset()).isEqualTo("mmlu");
  }

  @Test
  void anUnknownNameListsTheNearest() {
    assertThatThrownBy(() -> catalog.find("medqua"))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> assertThat(e.category()).isEqualTo(AssayException.Category.USAGE))
        .hasMessageContaining("there is no benchmark 'medqua'")
        .hasMessageContaining("'medqa', the nearest of medqa, ");
    assertThatThrownBy(() -> new BenchmarkCatalog(List.of(Path.of("nowhere"))).find("x\0y"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("none is known here");
  }
}
