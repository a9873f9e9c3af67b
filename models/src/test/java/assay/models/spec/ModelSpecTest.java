package assay.models.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.models.StandardCatalog;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSpecTest {

  private static final ReaderCatalog CATALOG = StandardCatalog.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai:gpt-4o | OPENAI | gpt-4o | {}",
        "openai:org/m:7b@q4@http://127.0.0.1:8/v1 | OPENAI | org/m:7b@q4@http://127.0.0.1:8/v1 | {}",
        "openai:m@http://h/v1,timeout=5,detail=low | OPENAI | m@http://h/v1 |"
            + " {timeout=5, detail=low}",
        "recorded:C:\\data\\a.json | RECORDED | C:\\data\\a.json | {}",
        "recorded:/a,b c/é.json,join=id,id={index}|RECORDED|/a,b c/é.json|{join=id, id={index}}",
        "recorded:a\\,join=x.json,reply=a,b | RECORDED | a,join=x.json | {reply=a,b}",
        "recorded:f.json,usage.prompt=a.b,reply=x=y | RECORDED | f.json |"
            + " {usage.prompt=a.b, reply=x=y}",
        "reader:oracle,accuracy=0.9,seed=3 | READER | oracle | {accuracy=0.9, seed=3}",
        "reader:silent | READER | silent | {}",
      })
  void aSpecificationHasKindSubjectAndOptions(
      String text, ModelScheme scheme, String subject, String options) {
    ModelSpec spec = ModelSpec.parse(text, CATALOG);
    assertThat(spec.scheme()).isEqualTo(scheme);
    assertThat(spec.subject()).isEqualTo(subject);
    assertThat(spec.options().toString()).isEqualTo(options);
    assertThat(spec.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gpt-4o | a model needs its kind before a colon",
        "openia:gpt-4o | there is no kind of model 'openia'; did you mean 'openai'?",
        "xyz:gpt | there is no kind of model 'xyz'",
        "openai: | nothing stands after 'openai:'",
        "reader:orakle | there is no reader 'orakle'; did you mean 'oracle'?",
        "reader:oracle,acuracy=1 | unknown option; did you mean 'accuracy'?",
        "reader:silent,seed=1 | unknown option",
        "openai:m,time-out=3 | unknown option; did you mean 'timeout'?",
        "openai:m,timeout=3,timeout=4 | the option is given twice",
        "recorded:f.json,joyn=id | unknown option; did you mean 'join'?",
      })
  void aWrongOneIsToldWithWhatIsNear(String text, String message) {
    assertThatThrownBy(() -> ModelSpec.parse(text, CATALOG))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> {
              assertThat(e.category()).isEqualTo(AssayException.Category.USAGE);
              assertThat(e.problems().getFirst().what()).isEqualTo(message);
              assertThat(e.problems().getFirst().where().file()).isEqualTo(text);
            });
  }

  @Test
  void theMessageSaysWhatIsExpectedAndWhatToDo() {
    assertThatThrownBy(() -> ModelSpec.parse("gpt-4o", CATALOG))
        .hasMessage(
            """
            gpt-4o: a model needs its kind before a colon
              expected: openai:NAME[@URL], recorded:PATH, reader:NAME
              remedy: for example openai:gpt-4o""");
    assertThatThrownBy(() -> ModelSpec.parse("recorded:a,b=c.json", CATALOG))
        .hasMessageContaining("recorded:a,b=c.json [b]: unknown option")
        .hasMessageContaining("write its comma as '\\,'");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(() -> ModelSpec.parse("openai:m,foo=1,bar=2", CATALOG))
        .isInstanceOfSatisfying(AssayException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void roomsAddTheirReaders() {
    ReaderCatalog more =
        CATALOG.with(new ReaderEntry(ModelScheme.READER, "pixels", "looks", List.of()));
    assertThat(ModelSpec.parse("reader:pixels", more).subject()).isEqualTo("pixels");
    assertThat(more.entries()).hasSize(CATALOG.entries().size() + 1);
    assertThatThrownBy(() -> more.with(more.entries().getLast()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reader reader:pixels is there already");
  }

  @Test
  void theCatalogNamesEveryReader() {
    assertThat(CATALOG.entries())
        .extracting(ReaderEntry::form)
        .containsExactly(
            "openai:NAME[@URL]",
            "recorded:PATH",
            "reader:oracle",
            "reader:random",
            "reader:first",
            "reader:prior",
            "reader:silent");
    assertThat(CATALOG.entries()).allSatisfy(entry -> assertThat(entry.title()).isNotBlank());
  }

  @SeededTest(count = 300)
  void noTextBreaksTheParser(Generators draw) {
    for (String scheme : List.of("", "openai:", "recorded:", "reader:")) {
      String text = scheme + draw.text();
      try {
        ModelSpec spec = ModelSpec.parse(text, CATALOG);
        assertThat(spec.text()).isEqualTo(text);
      } catch (AssayException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }

  @Test
  void optionsKeepTheirOrder() {
    ModelSpec spec = ModelSpec.parse("recorded:f,score=a,reading=b,id=c", CATALOG);
    assertThat(spec.options())
        .containsExactly(Map.entry("score", "a"), Map.entry("reading", "b"), Map.entry("id", "c"));
  }
}
