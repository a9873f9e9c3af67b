package assay.models.spec;

/**
 * An option of a model specification.
 *
 * @param key what stands before the equals sign
 * @param values what may stand after it, for people
 * @param meaning what it does, one sentence without a full stop
 */
public record SpecOption(String key, String values, String meaning) {}
