package assay.evaluation.json;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Link;
import assay.core.Media;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.testkit.generate.Generators;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws records of every kind, with texts of every kind. */
public final class Samples {

  private final Generators draw;

  public Samples(Generators draw) {
    this.draw = draw;
  }

  /** A text that is not blank. */
  private String name() {
    return "n" + draw.text();
  }

  /** A name of a tag, which comes from a description and not from data. */
  private String tag() {
    return Surrogates.replaced(name());
  }

  private @Nullable String maybe() {
    return draw.oneIn(2) ? null : draw.text();
  }

  private TreeSet<String> names(int least) {
    return new TreeSet<>(draw.listOf(least, 3, this::name));
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(draw.between(-1_000_000, 4_000_000));
  }

  /** A target of a kind. */
  public Target target(AnswerKind kind) {
    return switch (kind) {
      case CHOICE -> new Target.Choice(names(1));
      case YES_NO -> new Target.YesNo(draw.oneIn(2));
      case TEXT -> new Target.Text(draw.listOf(1, 3, draw::text));
      case NUMBER -> new Target.Number(draw.finite(), maybe(), tolerance());
      case DATE -> new Target.Date(day());
      case LABELS -> new Target.Labels(names(0));
    };
  }

  private Tolerance tolerance() {
    double bound = Math.abs(draw.finite());
    return switch (draw.between(0, 5)) {
      case 0 -> new Tolerance.Exact();
      case 1 -> new Tolerance.Absolute(bound);
      case 2 -> new Tolerance.Relative(bound);
      case 3 -> new Tolerance.Interval(-bound, bound);
      case 4 -> new Tolerance.Interval(bound, Double.POSITIVE_INFINITY);
      default -> new Tolerance.RoundedToWhole();
    };
  }

  /** An answer of a kind. */
  public Answer answer(AnswerKind kind) {
    return switch (kind) {
      case CHOICE -> new Answer.Choice(names(1));
      case YES_NO -> new Answer.YesNo(draw.oneIn(2));
      case TEXT -> new Answer.Text(draw.text());
      case NUMBER -> new Answer.Number(draw.finite(), maybe());
      case DATE -> new Answer.Date(day());
      case LABELS -> new Answer.Labels(names(0));
    };
  }

  /** A sample of a kind. */
  public Sample sample(AnswerKind kind) {
    LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>();
    draw.listOf(0, 3, this::tag).forEach(tag -> tags.put(tag, draw.listOf(0, 3, draw::text)));
    LinkedHashMap<String, String> clusters = new LinkedHashMap<>();
    draw.listOf(0, 2, this::tag).forEach(level -> clusters.put(level, draw.text()));
    return new Sample(
        draw.text(),
        maybe(),
        name(),
        draw.text(),
        draw.listOf(0, 5, () -> new Option(name(), draw.text())),
        draw.listOf(
            0,
            2,
            () -> draw.oneIn(2) ? new Media.File(draw.text()) : new Media.Stored(draw.text())),
        target(kind),
        tags,
        clusters,
        draw.listOf(0, 2, () -> new Link(draw.text(), draw.text())));
  }

  /** Settings of generation. */
  public Generation generation() {
    return new Generation(
        draw.oneIn(2) ? null : Double.valueOf(draw.probability()),
        draw.oneIn(2) ? null : Double.valueOf(draw.probability()),
        draw.oneIn(2) ? null : Long.valueOf(draw.bits()),
        draw.oneIn(2) ? null : Integer.valueOf(draw.between(1, 100_000)),
        draw.listOf(0, 2, draw::text),
        draw.oneIn(2) ? null : Integer.valueOf(draw.between(0, 20)),
        maybe());
  }

  /** A request. */
  public Request request() {
    return new Request(draw.listOf(1, 4, this::message), generation());
  }

  private Message message() {
    return new Message(draw.pick(List.of(Role.values())), draw.listOf(1, 3, this::part));
  }

  private Part part() {
    return draw.oneIn(3)
        ? new Part.ImagePart(name(), "image/png", draw.between(1, 9), draw.between(1, 9), "{}")
        : new Part.TextPart(draw.text());
  }

  /** The same request but for one part of it, each in turn. */
  public static List<Request> variations(Request request) {
    List<Request> others = new ArrayList<>();
    for (int m = 0; m < request.messages().size(); m++) {
      Message message = request.messages().get(m);
      for (Role role : Role.values()) {
        if (role != message.role()) {
          others.add(with(request, m, new Message(role, message.parts())));
        }
      }
      for (int p = 0; p < message.parts().size(); p++) {
        for (Part part : variations(message.parts().get(p))) {
          List<Part> parts = new ArrayList<>(message.parts());
          parts.set(p, part);
          others.add(with(request, m, new Message(message.role(), parts)));
        }
      }
      List<Part> more = new ArrayList<>(message.parts());
      more.add(new Part.TextPart(""));
      others.add(with(request, m, new Message(message.role(), more)));
      List<Message> fewer = new ArrayList<>(request.messages());
      fewer.remove(m);
      others.add(new Request(fewer, request.generation()));
    }
    variations(request.generation())
        .forEach(generation -> others.add(new Request(request.messages(), generation)));
    return others;
  }

  private static Request with(Request request, int index, Message message) {
    List<Message> messages = new ArrayList<>(request.messages());
    messages.set(index, message);
    return new Request(messages, request.generation());
  }

  private static List<Part> variations(Part part) {
    return switch (part) {
      case Part.TextPart text ->
          List.of(
              new Part.TextPart(text.text() + " "),
              new Part.TextPart(text.text() + "\ud800"),
              new Part.TextPart(text.text() + "?"),
              new Part.TextPart(text.text() + "\udc00"));
      case Part.ImagePart image ->
          List.of(
              new Part.ImagePart(
                  image.sha256() + "0",
                  image.mime(),
                  image.width(),
                  image.height(),
                  image.provenance()),
              new Part.ImagePart(
                  image.sha256(), "image/jpeg", image.width(), image.height(), image.provenance()));
    };
  }

  private static List<Generation> variations(Generation g) {
    List<String> stop = new ArrayList<>(g.stop());
    stop.add("END");
    return List.of(
        new Generation(
            g.temperature() == null ? 0.0 : g.temperature() + 1,
            g.topP(),
            g.seed(),
            g.maxTokens(),
            g.stop(),
            g.topLogprobs(),
            g.reasoningEffort()),
        new Generation(
            g.temperature(),
            g.topP() == null ? 0.0 : g.topP() / 2 + 1,
            g.seed(),
            g.maxTokens(),
            g.stop(),
            g.topLogprobs(),
            g.reasoningEffort()),
        new Generation(
            g.temperature(),
            g.topP(),
            g.seed() == null ? 0 : g.seed() + 1,
            g.maxTokens(),
            g.stop(),
            g.topLogprobs(),
            g.reasoningEffort()),
        new Generation(
            g.temperature(),
            g.topP(),
            g.seed(),
            g.maxTokens() == null ? 1 : g.maxTokens() + 1,
            g.stop(),
            g.topLogprobs(),
            g.reasoningEffort()),
        new Generation(
            g.temperature(),
            g.topP(),
            g.seed(),
            g.maxTokens(),
            stop,
            g.topLogprobs(),
            g.reasoningEffort()),
        new Generation(
            g.temperature(),
            g.topP(),
            g.seed(),
            g.maxTokens(),
            g.stop(),
            g.topLogprobs() == null ? 0 : g.topLogprobs() + 1,
            g.reasoningEffort()),
        new Generation(
            g.temperature(),
            g.topP(),
            g.seed(),
            g.maxTokens(),
            g.stop(),
            g.topLogprobs(),
            g.reasoningEffort() + "!"));
  }
}
