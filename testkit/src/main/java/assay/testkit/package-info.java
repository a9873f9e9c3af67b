/**
 * What the tests of all rooms share: real data ({@link assay.testkit.SharedData}), reference values
 * of independent software ({@link assay.testkit.Fixture}), commands run apart and without a network
 * ({@link assay.testkit.Command}, {@link assay.testkit.NoNetwork}), and the loopback endpoint as a
 * process of its own ({@link assay.testkit.EndpointProcess}). The endpoint itself lives in {@code
 * endpoint}, seeded generators in {@code generate}. Nothing here measures anything, and nothing
 * here is shipped: other rooms use it in test scope only.
 */
@NullMarked
package assay.testkit;

import org.jspecify.annotations.NullMarked;
