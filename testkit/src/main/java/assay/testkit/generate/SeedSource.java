package assay.testkit.generate;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a {@link SeededTest} its generators. */
final class SeedSource implements ArgumentsProvider, AnnotationConsumer<SeededTest> {
  /** The system property that narrows all seeded tests to one seed. */
  static final String PROPERTY = "assay.seed";

  private int count;
  private long from;

  @Override
  public void accept(SeededTest annotation) {
    count = annotation.count();
    from = annotation.from();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Long only = Long.getLong(PROPERTY);
    LongStream seeds = only == null ? LongStream.range(from, from + count) : LongStream.of(only);
    return seeds.mapToObj(seed -> Arguments.of(Generators.of(seed)));
  }
}
