/**
 * Questions about scenes whose answers are known exactly, chosen so that nothing but the image
 * tells the answer: plans of scenes, kinds of question, wording, balance of gold answers.
 */
@NullMarked
package assay.phantoms.question;

import org.jspecify.annotations.NullMarked;
