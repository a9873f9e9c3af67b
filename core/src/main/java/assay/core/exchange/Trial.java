package assay.core.exchange;

/**
 * One sample × arm × variant × epoch, rendered: one exchange with one reader.
 *
 * @param id hash of benchmark version, sample, arm with parameters, variant and epoch; the same in
 *     every process
 * @param sampleId the sample
 * @param arm the arm with its parameters, for example {@code standard}
 * @param variant which of the arm's forms of the sample, for example a rotation; empty where there
 *     is one only
 * @param epoch 1-based repetition
 * @param presented what is shown
 * @param request what is sent
 */
public record Trial(
    String id,
    String sampleId,
    String arm,
    String variant,
    int epoch,
    Presented presented,
    Request request) {}
