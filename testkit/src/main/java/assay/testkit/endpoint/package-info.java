/**
 * A server on 127.0.0.1 that speaks OpenAI chat completions over sockets of its own, so that it can
 * also speak it wrongly: a {@link assay.testkit.endpoint.Script} says for every {@link
 * assay.testkit.endpoint.Exchange} which {@link assay.testkit.endpoint.Behaviour} follows, {@link
 * assay.testkit.endpoint.Replies} and {@link assay.testkit.endpoint.Faults} hold the ready-made
 * ones, and {@link assay.testkit.endpoint.Traffic} what was asked. Expectations about a client do
 * not live here; they are the tests'.
 */
@NullMarked
package assay.testkit.endpoint;

import org.jspecify.annotations.NullMarked;
