package assay.models.endpoint;

import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Answered;
import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.models.StandardCatalog;
import assay.models.spec.ModelSpec;
import assay.testkit.endpoint.Behaviour;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A model at a loopback endpoint, asked on virtual threads as a run asks it. */
final class Asked implements AutoCloseable {
  static final String QUESTION = "Which vessel is occluded in Mrs Kowalczyk, born 1948-02-29?";

  final LoopbackEndpoint endpoint;
  final MemoryStore store = new MemoryStore();
  final OpenAiModel model;

  private Asked(LoopbackEndpoint endpoint, String options, Map<String, String> environment) {
    this.endpoint = endpoint;
    this.model = open(endpoint.baseUri(), options, environment, store);
  }

  static Asked of(Behaviour behaviour) {
    return of(Script.always(behaviour), "", Map.of());
  }

  static Asked of(Behaviour behaviour, String options) {
    return of(Script.always(behaviour), options, Map.of());
  }

  static Asked of(Script script, String options, Map<String, String> environment) {
    return new Asked(LoopbackEndpoint.start(script), options, environment);
  }

  static OpenAiModel open(
      URI address, String options, Map<String, String> environment, MemoryStore store) {
    return OpenAiModel.open(
        spec("openai:bench@" + address + options),
        HostPolicy.loopbackOnly(),
        ApiKeys.of(environment),
        store);
  }

  static EndpointSpec spec(String text) {
    return EndpointSpec.of(ModelSpec.parse(text, StandardCatalog.create()));
  }

  static Request question() {
    return question(Generation.UNSET);
  }

  static Request question(Generation generation) {
    return new Request(List.of(Message.text(Role.USER, QUESTION)), generation);
  }

  Attempt ask() {
    return ask(question());
  }

  Attempt ask(Request request) {
    return ask(model, request);
  }

  static Attempt ask(OpenAiModel model, Request request) {
    FutureTask<Attempt> task = new FutureTask<>(() -> model.answer(request));
    Thread.ofVirtual().start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Reply reply() {
    Attempt attempt = ask();
    if (attempt instanceof Answered answered) {
      return answered.reply();
    }
    throw new AssertionError("no reply: " + attempt);
  }

  Failed failure() {
    Attempt attempt = ask();
    if (attempt instanceof Failed failed) {
      return failed;
    }
    throw new AssertionError("no failure: " + attempt);
  }

  @Override
  public void close() {
    model.close();
    endpoint.close();
  }
}
