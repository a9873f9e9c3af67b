package assay.evaluation.protocol;

import assay.core.Sample;
import assay.core.exchange.Presented;
import java.util.List;

/** Every sample that has pictures, without them: what can be answered without looking. */
public final class BlindArm implements Arm {

  @Override
  public String name() {
    return "blind";
  }

  @Override
  public String title() {
    return "samples with pictures, the pictures left out";
  }

  @Override
  public List<String> variants(Sample sample, long seed) {
    return sample.media().isEmpty() ? List.of() : List.of("");
  }

  @Override
  public Presented present(Sample sample, String variant) {
    return new Presented(
        sample.kind(),
        sample.question(),
        sample.options(),
        List.of(),
        StandardArm.unit(sample.target()),
        sample.language());
  }
}
