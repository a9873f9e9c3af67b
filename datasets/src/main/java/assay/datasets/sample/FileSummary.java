package assay.datasets.sample;

import org.jspecify.annotations.Nullable;

/**
 * What was found of a file.
 *
 * @param name its path below the data folder
 * @param bytes its length
 * @param sha256 its SHA-256
 * @param declared whether the definition declares this SHA-256
 * @param records records read, or null where the file could not be read
 * @param expected records that the definition expects in all files of the same rule, or null
 */
public record FileSummary(
    String name,
    long bytes,
    String sha256,
    boolean declared,
    @Nullable Long records,
    @Nullable Long expected) {}
