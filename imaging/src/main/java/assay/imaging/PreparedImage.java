package assay.imaging;

import assay.imaging.provenance.Provenance;

/**
 * A picture as a reader sees it.
 *
 * @param bytes what is sent; not copied, so not to be changed
 * @param sha256 of these bytes
 * @param mime their media type
 * @param width in pixels
 * @param height in pixels
 * @param provenance how they came from the publisher's
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its SHA-256, nowhere by equals
public record PreparedImage(
    byte[] bytes, String sha256, String mime, int width, int height, Provenance provenance) {}
