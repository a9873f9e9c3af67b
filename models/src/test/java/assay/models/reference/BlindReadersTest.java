package assay.models.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.exchange.ReferenceReader;
import assay.models.StandardCatalog;
import assay.models.spec.ModelSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers that do not look at the truth. */
class BlindReadersTest {

  private static final SortedSet<String> LABELS = new TreeSet<>(List.of("beta", "delta"));

  private static Sample of(AnswerKind kind) {
    return switch (kind) {
      case CHOICE -> Trials.sample(Target.Choice.of("C"), Trials.LETTERS);
      case YES_NO -> Trials.sample(new Target.YesNo(false), List.of());
      case TEXT -> Trials.sample(new Target.Text(List.of("lung")), List.of());
      case NUMBER -> Trials.sample(new Target.Number(9, "mm", new Tolerance.Exact()), List.of());
      case DATE -> Trials.sample(new Target.Date(LocalDate.of(2024, 5, 17)), List.of());
      case LABELS -> Trials.sample(new Target.Labels(LABELS), Trials.LETTERS);
    };
  }

  @Test
  void randomTakesEachOptionAsOften() {
    Sample sample = of(AnswerKind.CHOICE);
    Map<String, Long> counts = counts(new RandomReader(3), sample, 10_000);
    assertThat(counts.keySet()).containsExactly("Answer: A", "Answer: B", "Answer: C", "Answer: D");
    double error = Math.sqrt(10_000 * 0.25 * 0.75);
    assertThat(counts.values())
        .allSatisfy(n -> assertThat((double) n).isBetween(2500 - 6 * error, 2500 + 6 * error));
    Map<String, Long> answers = counts(new RandomReader(3), of(AnswerKind.YES_NO), 10_000);
    assertThat(answers.keySet()).containsExactly("Answer: no", "Answer: yes");
    assertThat((double) answers.get("Answer: yes")).isBetween(4700.0, 5300.0);
  }

  @Test
  void randomSaysNumbersDaysWordsAndLabels() {
    RandomReader reader = new RandomReader(3);
    assertThat(counts(reader, of(AnswerKind.NUMBER), 20_000))
        .hasSize(101)
        .containsKeys("Answer: 0 mm", "Answer: 100 mm");
    assertThat(counts(reader, of(AnswerKind.DATE), 2000).keySet())
        .allSatisfy(
            said -> assertThat(LocalDate.parse(said.substring(8)).getYear()).isBetween(2000, 2029));
    assertThat(counts(reader, of(AnswerKind.TEXT), 1000).keySet())
        .containsExactly(
            "Answer: 12",
            "Answer: 5",
            "Answer: How",
            "Answer: is",
            "Answer: mass",
            "Answer: mm",
            "Answer: the",
            "Answer: wide");
    assertThat(counts(reader, of(AnswerKind.LABELS), 1000)).hasSize(16).containsKey("Answer: none");
  }

  @Test
  void firstTakesWhatComesFirst() {
    FirstReader reader = new FirstReader();
    assertThat(says(reader, AnswerKind.CHOICE)).isEqualTo("Answer: A");
    assertThat(says(reader, AnswerKind.YES_NO)).isEqualTo("Answer: yes");
    assertThat(says(reader, AnswerKind.TEXT)).isEqualTo("Answer: How");
    assertThat(says(reader, AnswerKind.NUMBER)).isEqualTo("Answer: 12.5 mm");
    assertThat(says(reader, AnswerKind.DATE)).isEqualTo("Answer: 2000-01-01");
    assertThat(says(reader, AnswerKind.LABELS)).isEqualTo("Answer: alpha");
    Sample sample = of(AnswerKind.CHOICE);
    assertThat(
            Trials.reply(reader, Trials.trial("t", sample, List.of(new Option("Z", "z"))), sample))
        .isEqualTo("Answer: Z");
  }

  @Test
  void priorSaysWhatIsMostOftenRight() {
    GoldTally tally =
        GoldTally.of(
            Trials.pool(
                Trials.sample(Target.Choice.of("D"), Trials.LETTERS),
                Trials.sample(Target.Choice.of("B"), Trials.LETTERS),
                Trials.sample(Target.Choice.of("B"), Trials.LETTERS),
                Trials.sample(Target.Choice.of("D"), Trials.LETTERS),
                of(AnswerKind.YES_NO),
                of(AnswerKind.TEXT),
                of(AnswerKind.NUMBER),
                of(AnswerKind.DATE),
                of(AnswerKind.LABELS)));
    PriorReader reader = new PriorReader(tally);
    assertThat(says(reader, AnswerKind.CHOICE)).isEqualTo("Answer: B");
    assertThat(says(reader, AnswerKind.YES_NO)).isEqualTo("Answer: no");
    assertThat(says(reader, AnswerKind.TEXT)).isEqualTo("Answer: lung");
    assertThat(says(reader, AnswerKind.NUMBER)).isEqualTo("Answer: 9 mm");
    assertThat(says(reader, AnswerKind.DATE)).isEqualTo("Answer: 2024-05-17");
    assertThat(says(reader, AnswerKind.LABELS)).isEqualTo("Answer: beta; delta");
    Sample sample = of(AnswerKind.CHOICE);
    List<Option> two = Trials.LETTERS.subList(2, 4);
    assertThat(Trials.reply(reader, Trials.trial("t", sample, two), sample)).isEqualTo("Answer: C");
  }

  @Test
  void priorOfAnEmptyPoolKnowsNothing() {
    PriorReader reader = new PriorReader(GoldTally.of(Trials.pool()));
    assertThat(says(reader, AnswerKind.YES_NO)).isEqualTo("Answer: none");
    assertThat(says(reader, AnswerKind.CHOICE)).isEqualTo("Answer: A");
  }

  @Test
  void priorsOfDifferentPoolsAreDifferentReaders() {
    String yes =
        new PriorReader(GoldTally.of(Trials.pool(Trials.sample(new Target.YesNo(true), List.of()))))
            .identity();
    String no = new PriorReader(GoldTally.of(Trials.pool(of(AnswerKind.YES_NO)))).identity();
    assertThat(yes).startsWith("reader:prior,").isNotEqualTo(no);
  }

  @ParameterizedTest
  @EnumSource(AnswerKind.class)
  void silentSaysNothing(AnswerKind kind) {
    assertThat(says(new SilentReader(), kind)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AnswerKind.class)
  void everyReaderAnswersEveryKindWithoutOptionsToo(AnswerKind kind) {
    for (ReferenceKind reader : ReferenceKind.values()) {
      Sample sample = of(kind);
      ReferenceReader made =
          reader.create(spec("reader:" + reader.id()), 5, () -> Trials.pool(sample));
      String said = Trials.reply(made, Trials.trial("t", sample, List.of()), sample);
      assertThat(said.isEmpty() || said.startsWith("Answer: ")).as(said).isTrue();
      assertThat(made.name()).startsWith("reader:" + reader.id());
    }
  }

  @Test
  void theRunsSeedHoldsUnlessOneIsGiven() {
    assertThat(create("reader:random").identity()).isEqualTo("reader:random,seed=5");
    assertThat(create("reader:random,seed=8").identity()).isEqualTo("reader:random,seed=8");
    assertThat(create("reader:oracle,accuracy=0.9,seed=8").identity())
        .isEqualTo("reader:oracle,accuracy=0.9,seed=8");
    assertThat(create("reader:oracle").name()).isEqualTo("reader:oracle,accuracy=1.0");
  }

  @Test
  void wrongValuesAreTold() {
    assertThatThrownBy(() -> create("reader:oracle,accuracy=most"))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            """
            reader:oracle,accuracy=most [accuracy]: 'most' is no probability
              expected: a number from 0 to 1""");
    assertThatThrownBy(() -> create("reader:oracle,accuracy=NaN")).hasMessageContaining("'NaN'");
    assertThatThrownBy(() -> create("reader:random,seed=x"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("[seed]: 'x' is no seed");
  }

  private static ReferenceReader create(String text) {
    ModelSpec spec = spec(text);
    return ReferenceKind.byId(spec.subject())
        .orElseThrow()
        .create(
            spec,
            5,
            () -> {
              throw new AssertionError("this reader needs no samples");
            });
  }

  private static ModelSpec spec(String text) {
    return ModelSpec.parse(text, StandardCatalog.create());
  }

  private static String says(ReferenceReader reader, AnswerKind kind) {
    return Trials.reply(reader, "t", of(kind));
  }

  private static Map<String, Long> counts(ReferenceReader reader, Sample sample, int trials) {
    return IntStream.range(0, trials)
        .mapToObj(i -> Trials.reply(reader, "trial" + i, sample))
        .collect(Collectors.groupingBy(reply -> reply, TreeMap::new, Collectors.counting()));
  }
}
