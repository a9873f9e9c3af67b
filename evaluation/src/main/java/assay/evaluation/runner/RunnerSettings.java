package assay.evaluation.runner;

import assay.evaluation.store.ResponseCache;
import org.jspecify.annotations.Nullable;

/**
 * How trials are put.
 *
 * @param concurrency most requests at once
 * @param retry how often again
 * @param budget what may be used
 * @param cache replies kept from before, or null for none
 * @param clock the time
 * @param progress who hears of it
 */
public record RunnerSettings(
    int concurrency,
    RetryPolicy retry,
    Budget budget,
    @Nullable ResponseCache cache,
    Clock clock,
    Progress progress) {}
