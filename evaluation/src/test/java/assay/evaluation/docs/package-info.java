/** Pages about runs are held against what runs do. */
package assay.evaluation.docs;
