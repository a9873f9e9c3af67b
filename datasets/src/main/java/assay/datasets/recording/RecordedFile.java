package assay.datasets.recording;

/**
 * What was made of a file of recorded answers.
 *
 * @param name the file as the user named it
 * @param sha256 its SHA-256
 * @param rule the pattern of the definition that it fits, or how the command line describes it
 * @param rows records read
 * @param joined rows that give a sample in scope its reply
 * @param doubled rows of samples that have another row's reply
 * @param foreign rows of no sample of the split
 * @param elsewhere rows of samples out of scope, where a run is narrowed to a subset
 */
public record RecordedFile(
    String name,
    String sha256,
    String rule,
    long rows,
    long joined,
    long doubled,
    long foreign,
    long elsewhere) {}
