/**
 * Reads claim files, and amounts as people write them. What claims say and how they are decided is
 * in evaluation; who brings them to runs is in {@code assay.cli.wiring}.
 */
@NullMarked
package assay.cli.claim;

import org.jspecify.annotations.NullMarked;
