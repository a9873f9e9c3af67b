package assay.cli.wiring;

import assay.evaluation.estimate.Results;
import assay.report.json.RunSummary;

/** What a run says, with what it is. */
public record Summed(RunSummary run, Results results) {}
