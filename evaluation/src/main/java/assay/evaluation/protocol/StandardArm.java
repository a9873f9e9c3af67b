package assay.evaluation.protocol;

import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Presented;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every sample as its publisher wrote it, once. */
public final class StandardArm implements Arm {

  @Override
  public String name() {
    return "standard";
  }

  @Override
  public String title() {
    return "every sample as published";
  }

  @Override
  public List<String> variants(Sample sample, long seed) {
    return List.of("");
  }

  @Override
  public Presented present(Sample sample, String variant) {
    return new Presented(
        sample.kind(),
        sample.question(),
        sample.options(),
        sample.media(),
        unit(sample.target()),
        sample.language());
  }

  /**
   * The unit in which a number is asked for; the one thing about a target that a question may show.
   */
  static @Nullable String unit(Target target) {
    return target instanceof Target.Number number ? number.unit() : null;
  }
}
