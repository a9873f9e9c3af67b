/**
 * OpenAI-compatible endpoints: addresses, keys, what may be asked, requests, replies, and every way
 * in which an exchange fails. One attempt a call; when to try again is decided elsewhere.
 */
@NullMarked
package assay.models.endpoint;

import org.jspecify.annotations.NullMarked;
