package assay.report.verdict;

import assay.evaluation.comparison.Side;
import java.util.ArrayList;
import java.util.List;

/** What the sides of comparisons are called: a letter each, and a line that says who it is. */
final class SideNames {

  private static final int LETTERS = 26;

  private final List<Side> sides;

  SideNames(List<Side> sides) {
    this.sides = List.copyOf(sides);
  }

  /** {@code A}, {@code B}, … {@code Z}, {@code A2}, … */
  String letter(Side side) {
    for (int i = 0; i < sides.size(); i++) {
      if (sides.get(i).address().equals(side.address())) {
        String letter = String.valueOf((char) ('A' + i % LETTERS));
        return i < LETTERS ? letter : letter + (i / LETTERS + 1);
      }
    }
    throw new IllegalArgumentException(side.address() + " is none of the sides");
  }

  /** The reader, with what tells it from the others of the same name. */
  String line(Side side) {
    String own = described(side);
    long alike = sides.stream().filter(other -> described(other).equals(own)).count();
    return alike > 1 ? own + " · " + side.address() : own;
  }

  private String described(Side side) {
    List<String> words = new ArrayList<>(List.of(side.model()));
    if (!side.arm().equals("standard")) {
      words.add("arm " + side.arm());
    }
    if (side.subset() != null && !side.part().containsKey("subset")) {
      words.add(side.subset());
    }
    if (!PartWords.isShared(sides)) {
      words.add(PartWords.of(side));
    }
    return String.join(" · ", words);
  }
}
