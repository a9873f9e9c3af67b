/** What tests of this room share: made-up estimates, small runs, approved texts. */
@org.jspecify.annotations.NullMarked
package assay.report.support;
