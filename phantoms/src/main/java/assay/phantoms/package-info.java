/**
 * Simulated patients whose truth is known exactly: the benchmark made of them. Scenes are drawn in
 * {@code scene}, painted in {@code paint}, asked about in {@code question}; the reader that really
 * looks lives in {@code reader} and knows none of these.
 */
@NullMarked
package assay.phantoms;

import org.jspecify.annotations.NullMarked;
