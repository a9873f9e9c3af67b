/**
 * Bytes of pictures: the data folder, which no path leaves, and the store of content named by its
 * SHA-256. What the bytes show is not known here.
 */
@NullMarked
package assay.datasets.media;

import org.jspecify.annotations.NullMarked;
