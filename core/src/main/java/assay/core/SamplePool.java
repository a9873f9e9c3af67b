package assay.core;

import java.util.stream.Stream;

/** The samples of one split, readable again and again, in the publisher's order. */
public interface SamplePool {

  /** All samples in order, read as the stream is pulled. To be closed by the caller. */
  Stream<Sample> samples();
}
