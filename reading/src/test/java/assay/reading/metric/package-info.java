/** Every metric under one contract, against values of scikit-learn. */
@NullMarked
package assay.reading.metric;

import org.jspecify.annotations.NullMarked;
