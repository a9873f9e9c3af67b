/**
 * Every extractor under one contract, each rule's own examples, and the labelled replies that the
 * default rule must read as a careful reader does.
 */
@NullMarked
package assay.reading.extractor;

import org.jspecify.annotations.NullMarked;
