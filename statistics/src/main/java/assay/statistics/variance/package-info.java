/**
 * Where the noise of a score comes from: items, epochs (sampling), prompts; how many epochs are
 * worth asking; how consistent repeated answers are; how well a benchmark tells systems apart.
 */
@NullMarked
package assay.statistics.variance;

import org.jspecify.annotations.NullMarked;
