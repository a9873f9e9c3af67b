@NullMarked
package assay.reading.similarity;

import org.jspecify.annotations.NullMarked;
