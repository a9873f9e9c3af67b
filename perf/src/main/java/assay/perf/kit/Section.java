package assay.perf.kit;

import java.util.List;

/**
 * A part of the report.
 *
 * @param markdown tables and what they mean, without a heading
 * @param aims what was aimed at and what is
 */
public record Section(String markdown, List<Aim> aims) {

  /** Copies the list. */
  public Section {
    aims = List.copyOf(aims);
  }
}
