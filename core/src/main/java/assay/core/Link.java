package assay.core;

/**
 * A typed link from one sample to another of the same benchmark.
 *
 * @param type for example {@code pair}, {@code translation-of}, {@code prior-visit}, {@code
 *     stage-after}
 * @param sampleId the other sample
 */
public record Link(String type, String sampleId) {}
