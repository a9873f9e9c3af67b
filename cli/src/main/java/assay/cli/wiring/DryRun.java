package assay.cli.wiring;

import assay.core.Media;
import assay.core.Sample;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.media.DataFolder;
import assay.datasets.media.FolderContentStore;
import assay.datasets.media.FolderMediaSource;
import assay.datasets.sample.Dataset;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Selection;
import assay.evaluation.protocol.Arm;
import assay.evaluation.protocol.Arms;
import assay.evaluation.protocol.PromptRenderer;
import assay.imaging.ImagePolicy;
import assay.imaging.ImagePreparer;
import assay.imaging.ImageSize;
import assay.models.estimate.ImageTokens;
import assay.models.estimate.TextTokens;
import assay.models.estimate.TokenRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a run would send, without sending it. Pictures are measured by their headers. */
public final class DryRun {

  private final Places places;

  /**
   * What would be sent to one model.
   *
   * @param model its specification
   * @param calls requests, one a trial
   * @param images pictures in them
   * @param textTokens tokens of their texts
   * @param imageTokens tokens of their pictures
   * @param replyTokens tokens of the replies: at least one each, at most as many as the settings
   *     allow
   * @param price what that costs, or null where the table of prices does not say
   */
  public record Estimate(
      String model,
      long calls,
      long images,
      TokenRange textTokens,
      TokenRange imageTokens,
      @Nullable TokenRange replyTokens,
      @Nullable PriceRange price) {}

  /** Cost from low to high, and the day for which the price was noted. */
  public record PriceRange(double low, double high, String date) {}

  private record Sums(long calls, long images, TokenRange text, TokenRange pictures) {
    static final Sums NONE = new Sums(0, 0, TokenRange.NONE, TokenRange.NONE);
  }

  public DryRun(Places places) {
    this.places = places;
  }

  /** The estimate for each model. */
  public List<Estimate> estimate(
      BenchmarkCatalog.Found found, List<ReaderSpecs> readers, RunRequest request)
      throws IOException {
    List<Estimate> estimates = new ArrayList<>();
    BenchmarkCatalog.@Nullable Found summed = null;
    Sums sums = Sums.NONE;
    for (ReaderSpecs reader : readers) {
      BenchmarkCatalog.Found part = reader.narrowed(found);
      if (!part.equals(summed)) {
        sums = sums(part, request);
        summed = part;
      }
      estimates.add(
          estimate(reader.specs().getFirst().text(), sums, Planning.plan(request, part), request));
    }
    return estimates;
  }

  private Sums sums(BenchmarkCatalog.Found found, RunRequest request) throws IOException {
    FolderContentStore store = new FolderContentStore(places.cache().resolve("media"));
    RunPlan plan = Planning.plan(request, found);
    try (Dataset dataset =
        Dataset.open(found.definition(), request.data(), plan.split(), found.subset(), store)) {
      List<Sample> shots = Planning.shots(found.definition(), request.data(), store, plan);
      return sums(dataset, plan, shots, request, store);
    }
  }

  private static Sums sums(
      Dataset dataset,
      RunPlan plan,
      List<Sample> shots,
      RunRequest request,
      FolderContentStore store)
      throws IOException {
    ImagePreparer images =
        new ImagePreparer(
            new FolderMediaSource(DataFolder.of(dataset.root()), store),
            store,
            ImagePolicy.DEFAULT.withMaxSide(request.conditions().imageSide()));
    PromptRenderer renderer =
        new PromptRenderer(
            plan.benchmark().prompt(), plan.generation(), shots, media -> measured(images, media));
    List<Arm> arms = plan.arms().stream().map(Arms::byName).toList();
    BitSet selected = selected(dataset, plan);
    Sums sums = Sums.NONE;
    try (Stream<Sample> samples = dataset.samples()) {
      int position = 0;
      for (Iterator<Sample> each = samples.iterator(); each.hasNext(); position++) {
        Sample sample = each.next();
        if (selected.get(position)) {
          for (Arm arm : arms) {
            for (String variant : arm.variants(sample, plan.seed())) {
              sums = plus(sums, renderer.render(arm.present(sample, variant)), plan.epochs());
            }
          }
        }
      }
    }
    return sums;
  }

  private static BitSet selected(Dataset dataset, RunPlan plan) {
    Selection.Choosing choosing = plan.selection().start();
    try (Stream<Sample> samples = dataset.samples()) {
      samples.forEachOrdered(choosing::show);
    }
    return choosing.selected();
  }

  private static Part.ImagePart measured(ImagePreparer images, Media media) throws IOException {
    ImageSize size = images.size(media);
    return new Part.ImagePart("", "", size.width(), size.height(), "");
  }

  private static Sums plus(Sums sums, Request request, int epochs) {
    TokenRange text = TokenRange.NONE;
    TokenRange pictures = TokenRange.NONE;
    long images = 0;
    for (Message message : request.messages()) {
      text = text.plus(new TokenRange(TextTokens.PER_MESSAGE, TextTokens.PER_MESSAGE));
      for (Part part : message.parts()) {
        switch (part) {
          case Part.TextPart words -> text = text.plus(TextTokens.of(words.text()));
          case Part.ImagePart image -> {
            pictures = pictures.plus(ImageTokens.of(image.width(), image.height()));
            images++;
          }
        }
      }
    }
    return new Sums(
        sums.calls() + epochs,
        sums.images() + images * epochs,
        sums.text().plus(text.times(epochs)),
        sums.pictures().plus(pictures.times(epochs)));
  }

  private static Estimate estimate(String model, Sums sums, RunPlan plan, RunRequest request) {
    @Nullable Integer most = plan.generation().maxTokens();
    @Nullable TokenRange replies =
        most == null ? null : new TokenRange(1, most).times(sums.calls());
    @Nullable PriceRange price = null;
    if (request.conditions().prices() != null && replies != null) {
      Optional<Prices.Price> known = Prices.read(request.conditions().prices()).of(model);
      TokenRange sent = sums.text().plus(sums.pictures());
      price =
          known
              .map(
                  p ->
                      new PriceRange(
                          (sent.low() * p.prompt() + replies.low() * p.completion())
                              / Prices.MILLION,
                          (sent.high() * p.prompt() + replies.high() * p.completion())
                              / Prices.MILLION,
                          p.date()))
              .orElse(null);
    }
    return new Estimate(
        model, sums.calls(), sums.images(), sums.text(), sums.pictures(), replies, price);
  }
}
