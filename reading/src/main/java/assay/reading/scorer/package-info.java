/** The rules that compare what was read with the target, one class each, with its source cited. */
@NullMarked
package assay.reading.scorer;

import org.jspecify.annotations.NullMarked;
