package assay.models.reference;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalReplyTest {

  @ParameterizedTest
  @CsvSource({
    "12.5, mm, Answer: 12.5 mm",
    "3, , Answer: 3",
    "-0.0, , Answer: 0",
    "1e-7, mol/L, Answer: 0.0000001 mol/L",
    "1.5e15, , Answer: 1500000000000000",
    "1e300, , Answer: 1.0E300",
    "4.9e-324, , Answer: 4.9E-324",
  })
  void numbersAreWrittenOut(double value, String unit, String reply) {
    assertThat(CanonicalReply.of(new Answer.Number(value, unit))).isEqualTo(reply);
  }

  @Test
  void othersAreNamed() {
    assertThat(CanonicalReply.of(new Answer.Choice(new TreeSet<>(List.of("C", "A")))))
        .isEqualTo("Answer: A, C");
    assertThat(CanonicalReply.of(new Answer.YesNo(true))).isEqualTo("Answer: yes");
    assertThat(CanonicalReply.of(new Answer.Text("  left\n lung "))).isEqualTo("Answer: left lung");
    assertThat(CanonicalReply.of(new Answer.Date(LocalDate.of(2024, 5, 7))))
        .isEqualTo("Answer: 2024-05-07");
    assertThat(CanonicalReply.of(new Answer.Labels(new TreeSet<>()))).isEqualTo("Answer: none");
  }
}
