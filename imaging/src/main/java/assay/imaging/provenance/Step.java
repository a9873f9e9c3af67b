package assay.imaging.provenance;

/** One thing that was done to a picture, or knowingly left undone, with its parameters. */
public sealed interface Step {

  /** Stable name, used in records and counts. */
  String id();

  /** The bytes are the publisher's, unchanged. */
  record PassedThrough() implements Step {
    @Override
    public String id() {
      return "passed-through";
    }
  }

  /**
   * One of several pictures in the file was taken.
   *
   * @param chosen 0-based
   * @param of how many there are
   */
  record FrameChosen(int chosen, int of) implements Step {
    @Override
    public String id() {
      return "frame";
    }
  }

  /**
   * Something of the file that the bytes sent still hold and whose meaning is the reader's to know.
   *
   * @param what for example {@code exif-orientation}
   * @param value for example {@code 6}
   */
  record LeftToReader(String what, String value) implements Step {
    @Override
    public String id() {
      return "left-to-reader";
    }
  }

  /**
   * Bytes after the picture's end were dropped.
   *
   * @param count how many
   */
  record BytesIgnored(long count) implements Step {
    @Override
    public String id() {
      return "bytes-ignored";
    }
  }

  /**
   * Samples were turned into grey or red, green and blue.
   *
   * @param from as the file has them
   * @param to {@code grey} or {@code rgb}
   * @param how the formula's name
   */
  record ColourConverted(String from, String to, String how) implements Step {
    @Override
    public String id() {
      return "colour";
    }
  }

  /** A colour profile of the file's was ignored: samples were taken for sRGB. */
  record ProfileIgnored() implements Step {
    @Override
    public String id() {
      return "profile-ignored";
    }
  }

  /**
   * Samples were brought to 8 bits.
   *
   * @param bits bits a sample before
   * @param rule the windowing rule
   * @param low sample value that became 0
   * @param high sample value that became 255
   */
  record DepthReduced(int bits, String rule, int low, int high) implements Step {
    @Override
    public String id() {
      return "depth";
    }
  }

  /**
   * Transparency was laid over a plain ground.
   *
   * @param ground {@code white} or {@code black}
   */
  record Composited(String ground) implements Step {
    @Override
    public String id() {
      return "composited";
    }
  }

  /**
   * The picture was turned or mirrored as its orientation says.
   *
   * @param orientation EXIF value, 2 to 8
   */
  record Oriented(int orientation) implements Step {
    @Override
    public String id() {
      return "oriented";
    }
  }

  /**
   * The picture was made smaller.
   *
   * @param fromWidth before
   * @param fromHeight before
   * @param toWidth after
   * @param toHeight after
   * @param filter the filter's name
   */
  record Resized(int fromWidth, int fromHeight, int toWidth, int toHeight, String filter)
      implements Step {
    @Override
    public String id() {
      return "resized";
    }
  }

  /**
   * The picture was written anew.
   *
   * @param format for example {@code png}
   */
  record Encoded(String format) implements Step {
    @Override
    public String id() {
      return "encoded";
    }
  }
}
