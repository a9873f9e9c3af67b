package assay.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import assay.core.AssayException;
import assay.core.measure.Extractor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {

  @Test
  void aRuleIsFoundByNameWithAndWithoutVersion() {
    Extractor layered = Extractors.standard().byName("layered");
    assertThat(Extractors.standard().byName("layered@1")).isSameAs(layered);
    assertThat(layered.descriptor().id()).isEqualTo("layered@1");
  }

  @Test
  void anUnknownNameListsTheKnownOnesNearestFirst() {
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> Extractors.standard().byName("mirage-oficial"))
        .withMessageContaining("there is no extractor called 'mirage-oficial'")
        .withMessageContaining("expected: one of mirage-official, ")
        .withMessageContaining("remedy: see all: assay list extractors")
        .satisfies(e -> assertThat(e.category()).isEqualTo(AssayException.Category.USAGE));
  }

  @Test
  void anotherVersionIsNotTakenForTheOneAtHand() {
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> Scorers.standard().byName("mumc@7"))
        .withMessageContaining("there is no scorer 'mumc@7' in this version of Assay")
        .withMessageContaining("expected: mumc@1")
        .withMessageContaining("remedy: name it without a version to take the one at hand: mumc");
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    List<Extractor> twice =
        List.of(Extractors.standard().byName("exact"), Extractors.standard().byName("exact"));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new Registry<>("extractor", Extractor::descriptor, twice))
        .withMessageContaining("two rules of kind extractor are called exact: ");
  }

  @Test
  void everyRuleSaysWhatItIsAndWhereItComesFrom() {
    Extractors.standard().all().stream()
        .map(Extractor::descriptor)
        .forEach(
            descriptor -> {
              assertThat(descriptor.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(descriptor.title()).isNotBlank();
              assertThat(descriptor.reference()).isNotBlank();
            });
    assertThat(Extractors.standard().names()).startsWith("layered");
    assertThat(Metrics.standard().names()).startsWith("accuracy");
  }
}
