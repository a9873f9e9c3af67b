package assay.imaging.header;

/**
 * Where a frame lies on its canvas, in pixels from the upper left corner.
 *
 * @param left columns before it, not negative
 * @param top rows above it, not negative
 * @param width its columns
 * @param height its rows
 */
public record Placement(int left, int top, int width, int height) {}
