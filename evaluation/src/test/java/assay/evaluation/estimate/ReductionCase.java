package assay.evaluation.estimate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Small runs with laid-down replies, to be reduced. */
abstract class ReductionCase {

  @TempDir Path folder;
  int runs;

  Path path() {
    return folder.resolve("run" + runs++ + ".assay");
  }

  static Map<String, String> replies(String... pairs) {
    Map<String, String> replies = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      replies.put(pairs[i], pairs[i + 1]);
    }
    return replies;
  }

  /** So many right answers first, then wrong ones. */
  static Map<String, String> rightAndWrong(int right, int n) {
    Map<String, String> replies = new LinkedHashMap<>();
    for (int i = 1; i <= n; i++) {
      replies.put("q" + i, i <= right ? "read =1" : "read =0");
    }
    return replies;
  }
}
