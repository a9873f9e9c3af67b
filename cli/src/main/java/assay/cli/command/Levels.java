package assay.cli.command;

import assay.core.AssayException;
import assay.core.Problem;

/** Checks confidence levels. */
final class Levels {

  private Levels() {}

  static void require(double level) {
    if (!(level > 0 && level < 1)) {
      throw AssayException.usage(
          Problem.of("--level is " + level).expected("a number between 0 and 1, for example 0.95"));
    }
  }
}
