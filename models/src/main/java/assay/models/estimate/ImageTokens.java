package assay.models.estimate;

/**
 * Tokens of a picture by two published rules; the range spans both.
 *
 * <ul>
 *   <li>Tiles (OpenAI's guide to images, GPT-4o at high detail): fitted into 2048 × 2048, then the
 *       shorter side brought down to 768; 85 tokens and 170 for each tile of 512 × 512 begun.
 *   <li>Patches (Qwen2-VL, arXiv:2409.12191, section 2.1): one token for each patch of 28 × 28
 *       pixels begun.
 * </ul>
 */
public final class ImageTokens {

  private static final int FITS = 2048;
  private static final int SHORT_SIDE = 768;
  private static final int TILE = 512;
  private static final int BASE = 85;
  private static final int PER_TILE = 170;
  private static final int PATCH = 28;

  private ImageTokens() {}

  /**
   * The likely number of tokens of a picture.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   */
  public static TokenRange of(int width, int height) {
    long tiles = tiles(width, height);
    long patches = patches(width, height);
    return new TokenRange(Math.min(tiles, patches), Math.max(tiles, patches));
  }

  /** By tiles. */
  public static long tiles(int width, int height) {
    require(width, height);
    double fit = Math.min(1.0, FITS / (double) Math.max(width, height));
    double w = width * fit;
    double h = height * fit;
    double shrink = Math.min(1.0, SHORT_SIDE / Math.min(w, h));
    long across = (long) Math.ceil(w * shrink / TILE);
    long down = (long) Math.ceil(h * shrink / TILE);
    return BASE + PER_TILE * across * down;
  }

  /** By patches. */
  public static long patches(int width, int height) {
    require(width, height);
    return Math.ceilDiv(width, PATCH) * (long) Math.ceilDiv(height, PATCH);
  }

  private static void require(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture of " + width + " x " + height + ": expected at least 1 x 1");
    }
  }
}
