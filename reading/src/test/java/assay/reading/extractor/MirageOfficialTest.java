package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirageOfficialTest extends ExtractorContract {

  MirageOfficialTest() {
    super("mirage-official");
  }

  @Test
  void withoutAnOptionANothingIsGuessed() {
    Presented presented =
        new Presented(
            MirageTest.FOUR.kind(),
            "?",
            List.of(new Option("B", "two"), new Option("C", "three")),
            List.of(),
            null,
            "en");
    assertThat(read("I do not know", presented))
        .isEqualTo(new Reading.Unreadable("no option named"));
  }
}
