package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.format.Faults;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Says in a user's words why a log cannot be read. */
final class LogFaults {

  private static final String AGAIN =
      "take the file again; a log that was cut while it was written cannot be read";

  private LogFaults() {}

  /** The same problems, each with what is expected of a log and what to do. */
  static AssayException told(AssayException fault, String expected) {
    return new AssayException(
        fault.category(),
        fault.problems().stream()
            .map(
                problem -> {
                  Problem told = problem.expected() == null ? problem.expected(expected) : problem;
                  return told.remedy() == null
                      ? told.remedy("mend the record, or leave it out; else " + AGAIN)
                      : told;
                })
            .toList());
  }

  /** What is wrong with a document of JSON, and where it breaks off. */
  static AssayException ofDocument(JsonProcessingException fault, String where) {
    JsonLocation place = fault.getLocation();
    String said = firstLine(fault);
    boolean cut = said.startsWith("Unexpected end-of-input");
    return AssayException.data(
        Problem.of(
                (cut ? "the JSON ends early: " : "not JSON: ")
                    + said.replaceFirst(" \\(start marker.*", "")
                    + (place == null ? "" : ", column " + place.getColumnNr()))
            .at(where, place == null ? null : Long.valueOf(place.getLineNr()), null)
            .expected("a whole document, or a record on each line")
            .remedy(AGAIN));
  }

  private static String place(JsonProcessingException fault) {
    JsonLocation place = fault.getLocation();
    return place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  /** What is wrong with a log whose bytes or JSON cannot be read. */
  static AssayException of(IOException e, String where) {
    Problem problem =
        switch (e) {
          case StreamConstraintsException large ->
              Problem.of("the log goes beyond the bounds: " + firstLine(large))
                  .at(where)
                  .remedy(
                      "if you trust the file, raise the bound: ASSAY_JAVA_OPTS=-DNAME=NUMBER, where"
                          + " the names stand in docs/formats/tables.md");
          case JsonProcessingException syntax ->
              Problem.of("the log cannot be read: " + firstLine(syntax) + place(syntax))
                  .at(where)
                  .remedy(AGAIN);
          default -> Faults.of(e, where);
        };
    return new AssayException(
        AssayException.Category.DATA,
        problem.expected() == null ? problem.expected("a whole log file") : problem,
        e);
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
