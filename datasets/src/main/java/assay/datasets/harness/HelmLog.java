package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Stated;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code scenario_state.json} of HELM (Stanford CRFM). Options are in {@code output_mapping}, what
 * is right in the references tagged {@code correct}. Scores stand in another file of HELM's and are
 * not read. A further training trial is a further epoch. What was asked stands in {@code
 * run_spec.json} beside it, else in the name of the folder, which is that of the run with other
 * signs for some.
 */
final class HelmLog implements LogFormat {

  private static final String MODEL = "model";

  /** The part of a run's name that names the model; what parts it from the rest goes with it. */
  private static final Pattern RUN = Pattern.compile("[:,]?\\bmodel=[^,]*");

  @Override
  public String program() {
    return "HELM";
  }

  @Override
  public String holds() {
    return "a document with adapter_spec and request_states";
  }

  @Override
  public boolean recognises(LogFile file) {
    return file.layout() == LogFile.Layout.DOCUMENT && file.has("adapter_spec", "request_states");
  }

  @Override
  public Heading heading(LogFile file) {
    LogFile run = runSpec(file);
    JsonNode spec = file.member("adapter_spec");
    String model = spec == null ? null : LogFields.text(spec, MODEL);
    if (model == null && run != null) {
      JsonNode beside = run.member("adapter_spec");
      model = beside == null ? null : LogFields.text(beside, MODEL);
    }
    String name = run == null ? null : LogFields.scalar(run.member("name"));
    if (name != null) {
      return new Heading(task(name), model);
    }
    Path folder = file.path().toAbsolutePath().normalize().getParent();
    String folderName = folder == null ? "" : String.valueOf(folder.getFileName());
    return RUN.matcher(folderName).find()
        ? new Heading(
            task(folderName),
            model,
            "the folder's name stands for what was asked: there is no run_spec.json beside the log")
        : new Heading(null, model);
  }

  /** The file that describes the run, as HELM writes it beside the log; null where it is none. */
  private static @Nullable LogFile runSpec(LogFile file) {
    Path beside = file.path().resolveSibling("run_spec.json");
    if (!Files.isRegularFile(beside)) {
      return null;
    }
    LogFile spec = LogFile.of(beside);
    return spec.layout() == LogFile.Layout.DOCUMENT ? spec : null;
  }

  /** A run's name without the model: {@code mmlu:subject=philosophy,model=openai_gpt2}. */
  private static @Nullable String task(String run) {
    String task = RUN.matcher(run).replaceAll("").strip();
    return task.isEmpty() ? null : task;
  }

  @Override
  public void read(LogFile file, TrialTaker taker) {
    LogPictures pictures = new LogPictures(file.path());
    file.records("request_states[]", (place, state) -> taker.take(trial(place, state, pictures)));
  }

  private static LoggedTrial trial(String place, JsonNode state, LogPictures pictures) {
    if (LogFields.at(state, "reference_index") != null) {
      throw AssayException.data(
          Problem.of("every option was put in a request of its own")
              .at(place)
              .expected(
                  "one request a question: the adaptation multiple_choice_joint or generation"));
    }
    JsonNode instance = state.path("instance");
    SequencedMap<String, String> options = new LinkedHashMap<>();
    state
        .path("output_mapping")
        .properties()
        .forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
    JsonNode completion = state.path("result").path("completions").path(0);
    @Nullable String text = LogFields.text(completion, "text");
    @Nullable String error = LogFields.text(state, "result", "error");
    @Nullable String changed = LogFields.text(instance, "perturbation", "name");
    @Nullable JsonNode chat = LogFields.at(state, "request", "messages");
    return new LoggedTrial(
        place,
        LoggedTrial.Origin.UNSAID,
        LogFields.text(instance, "id") + (changed == null ? "" : " (" + changed + ")"),
        1 + state.path("train_trial_index").asInt(0),
        chat == null ? LogFields.text(state, "request", "prompt") : LogFields.conversation(chat),
        new Stated(
            null, pictures(state.path("request"), pictures), LogSettings.of(state.get("request"))),
        LogFields.text(instance, "input", "text"),
        options,
        new LoggedTrial.Right(correct(instance), GoldForm.TEXT),
        text,
        text == null ? (error == null ? "no completion" : error) : null,
        LoggedTrial.Verdict.NONE,
        new LoggedTrial.Spent(
            null,
            null,
            LogFields.number(state, "result", "request_time"),
            null,
            LogFields.text(completion, "finish_reason", "reason")),
        state);
  }

  /** Pictures of a request; null where the log does not hold the bytes of one. */
  private static @Nullable List<String> pictures(JsonNode request, LogPictures pictures) {
    List<String> hashes = new ArrayList<>();
    for (JsonNode media : request.path("multimodal_prompt").path("media_objects")) {
      if (media.path("content_type").asText("").startsWith("image")) {
        String location = LogFields.text(media, "location");
        String hash =
            location == null
                ? null
                : pictures.hash(location, JsonNodeFactory.instance.missingNode());
        if (hash == null) {
          return null;
        }
        hashes.add(hash);
      }
    }
    return hashes;
  }

  private static List<String> correct(JsonNode instance) {
    List<String> correct = new ArrayList<>();
    for (JsonNode reference : instance.path("references")) {
      String text = LogFields.text(reference, "output", "text");
      if (text != null && LogFields.texts(reference.get("tags")).contains("correct")) {
        correct.add(text);
      }
    }
    return correct;
  }
}
