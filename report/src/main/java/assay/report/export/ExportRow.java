package assay.report.export;

import assay.core.exchange.Reply;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.ScoredTrials;
import org.jspecify.annotations.Nullable;

/** What one row of an export is about. */
record ExportRow(
    RunFacts facts,
    ScoredTrials.Scored trial,
    @Nullable Reply reply,
    @Nullable String extractor,
    ScoredTrials.@Nullable ReadingRow reading,
    @Nullable String scorer,
    ScoredTrials.@Nullable ScoreRow score) {}
