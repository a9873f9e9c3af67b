package assay.datasets.sample;

import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.definition.MediaRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures of a split by the number of the row that holds them, for rows that only name another
 * row. Holds names of pictures, not pictures.
 */
final class PictureIndex {

  private final Map<String, List<String>> byNumber = new HashMap<>();

  /** Whether rows can name other rows at all. */
  static boolean isNeeded(List<MediaRule> rules) {
    return rules.stream().anyMatch(r -> r instanceof MediaRule.Base64 b && b.index() != null);
  }

  /** Takes in a row that holds pictures itself. */
  void add(MediaRule.Base64 rule, Row row, MediaMaker maker, ProblemReport problems) {
    Value value = rule.from().in(row.values());
    boolean itself = value instanceof Value.Items || value.asText().strip().length() > 64;
    if (itself && rule.index() != null) {
      List<String> pictures = maker.pictures(rule.from(), row, problems);
      byNumber.putIfAbsent(rule.index().in(row.values()).asText().strip(), pictures);
    }
  }

  /** The names of the pictures of this row; empty where it has none. */
  List<String> of(String number) {
    return byNumber.getOrDefault(number, List.of());
  }
}
