package assay.imaging;

/**
 * The size at which a picture is sent.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ImageSize(int width, int height) {}
