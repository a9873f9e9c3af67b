/**
 * The words of Assay as types: samples, targets and answers, and the one exception that speaks to
 * users. What is exchanged with a reader lives in {@code exchange}, rows and media in {@code data},
 * the ports of measurement in {@code measure}, a benchmark's description in {@code benchmark}. No
 * input or output, no arithmetic.
 */
@NullMarked
package assay.core;

import org.jspecify.annotations.NullMarked;
