/**
 * What a benchmark says of itself, as far as every room needs it: identity, prompt, arms, rules,
 * published results. How its files become samples is known to the room {@code datasets} alone.
 */
@NullMarked
package assay.core.benchmark;

import org.jspecify.annotations.NullMarked;
