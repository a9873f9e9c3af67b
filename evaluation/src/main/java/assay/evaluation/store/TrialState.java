package assay.evaluation.store;

import assay.evaluation.json.Json;
import java.util.Arrays;

/** How far a trial has come. */
public enum TrialState {
  PLANNED("planned"),
  SKIPPED("skipped"),
  FAILED("failed"),
  ANSWERED("answered");

  private final String id;

  TrialState(String id) {
    this.id = id;
  }

  /** The state's name in files and messages. */
  public String id() {
    return id;
  }

  static TrialState byId(String id) {
    return Arrays.stream(values())
        .filter(state -> state.id.equals(id))
        .findFirst()
        .orElseThrow(() -> Json.damaged("there is no state of trials '" + id + "'"));
  }
}
