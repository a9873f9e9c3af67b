/** What texts are made of: normalisation, numbers, days, units, letters. */
@NullMarked
package assay.reading.text;

import org.jspecify.annotations.NullMarked;
