/** Every scorer under one contract, and each rule's own cases. */
@NullMarked
package assay.reading.scorer;

import org.jspecify.annotations.NullMarked;
