@NullMarked
package assay.reading.corpus;

import org.jspecify.annotations.NullMarked;
