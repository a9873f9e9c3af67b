/**
 * Verdicts in the forms that continuous integration reads: JUnit XML and Markdown summaries. The
 * sentences are those of {@code assay.report.verdict}.
 */
@NullMarked
package assay.report.pipeline;

import org.jspecify.annotations.NullMarked;
