/**
 * Published numbers recounted from the publishers' own files: each must come out exactly by the
 * rule of its name. The files are shared data; without them the tests are skipped.
 */
@NullMarked
package assay.reading.published;

import org.jspecify.annotations.NullMarked;
