/**
 * What the tests of this room share: small benchmarks, scripted readers, time that can be let pass.
 */
package assay.evaluation.support;
