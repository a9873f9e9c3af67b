package assay.testkit.generate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A property test: a method with one parameter of type {@link Generators}, run once for each of
 * {@link #count} seeds from {@link #from} on. The name of a failing run tells its seed; {@code
 * -Dassay.seed=17} runs that one alone.
 *
 * <pre>{@code
 * @SeededTest
 * void noTextThrows(Generators draw) {
 *   assertThatCode(() -> extractor.read(draw.text())).doesNotThrowAnyException();
 * }
 * }</pre>
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ParameterizedTest(name = "{0}")
@ArgumentsSource(SeedSource.class)
public @interface SeededTest {
  /** How many seeds. */
  int count() default 100;

  /** The first seed. */
  long from() default 1;
}
