package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.Media;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.ContentStore;
import assay.core.data.FieldPath;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.definition.MediaRule;
import assay.datasets.media.Base64Text;
import assay.datasets.media.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Makes the media of a row: paths are checked, bytes go into the content store. */
final class MediaMaker {

  /**
   * A text so short is no picture but the number of the row that holds it, as VLMEvalKit has it.
   */
  private static final int LONGEST_NUMBER = 64;

  private final List<MediaRule> rules;
  private final Path root;
  private final DataFolder folder;
  private final ContentStore store;
  private final PictureIndex index;

  MediaMaker(List<MediaRule> rules, Path root, ContentStore store, PictureIndex index) {
    this.rules = rules;
    this.root = root;
    this.folder = DataFolder.of(root);
    this.store = store;
    this.index = index;
  }

  /** The media in order; how many files are missing that may be goes to {@code missing}. */
  List<Media> make(Row row, ProblemReport problems, Runnable missing) {
    List<Media> media = new ArrayList<>();
    for (MediaRule rule : rules) {
      switch (rule) {
        case MediaRule.File file -> {
          if (!file.path().isVoid(row.values())) {
            String path = file.path().render(row.values());
            addFile(media, path, file.optional(), row, problems, missing);
          }
        }
        case MediaRule.Files files -> addFiles(media, files, row, problems, missing);
        case MediaRule.Base64 base64 -> addBase64(media, base64, row, problems);
        case MediaRule.Struct struct -> addStruct(media, struct.from(), row, problems, missing);
      }
    }
    return media;
  }

  private void addFiles(
      List<Media> media, MediaRule.Files rule, Row row, ProblemReport problems, Runnable missing) {
    for (String name : Texts.of(rule.names(), row, problems)) {
      SequencedMap<String, Value> fields = new LinkedHashMap<>(row.values().fields());
      fields.put("item", new Value.Text(name));
      String path = rule.path().render(new Value.Fields(fields));
      addFile(media, path, rule.optional(), row, problems, missing);
    }
  }

  private void addFile(
      List<Media> media,
      String path,
      boolean optional,
      Row row,
      ProblemReport problems,
      Runnable missing) {
    String plain = path.strip();
    if (!staysInside(plain)) {
      problems.add(
          RowProblems.at(
              row,
              null,
              Problem.of("the picture's path '" + RowProblems.abridged(plain) + "' may lie outside")
                  .expected("a path within the data folder, with forward slashes")));
      return;
    }
    media.add(new Media.File(plain));
    try {
      folder.resolve(plain);
    } catch (AssayException e) {
      if (optional && Files.notExists(root.resolve(plain))) {
        missing.run();
        return;
      }
      problems.add(
          RowProblems.at(
              row,
              null,
              Problem.of("there is no file '" + RowProblems.abridged(plain) + "'")
                  .expected("the picture in " + root)
                  .remedy("get the pictures from the publisher, or check the data folder")));
    }
  }

  private static boolean staysInside(String path) {
    return !path.isEmpty()
        && !path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf('\0') < 0
        && path.indexOf(':') < 0
        && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.equals(".."));
  }

  private void addBase64(
      List<Media> media, MediaRule.Base64 rule, Row row, ProblemReport problems) {
    Value value = rule.from().in(row.values());
    if (rule.index() != null && value instanceof Value.Items == false) {
      String number = value.asText().strip();
      if (!number.isEmpty() && number.length() <= LONGEST_NUMBER) {
        List<String> pictures = index.of(number);
        if (pictures.isEmpty()) {
          problems.add(
              RowProblems.at(
                  row,
                  rule.from().toString(),
                  Problem.of("no row '" + RowProblems.abridged(number) + "' holds a picture")
                      .expected("Base64 text, or the number of a row that has it")));
        }
        pictures.forEach(digest -> media.add(new Media.Stored(digest)));
        return;
      }
    }
    pictures(rule.from(), row, problems).forEach(digest -> media.add(new Media.Stored(digest)));
  }

  /** Stores the pictures that a row holds itself; their names, empty where it holds none. */
  List<String> pictures(FieldPath from, Row row, ProblemReport problems) {
    Value value = from.in(row.values());
    List<Value> items = value instanceof Value.Items list ? list.items() : List.of(value);
    List<String> digests = new ArrayList<>();
    for (Value item : items) {
      String text = item.asText().strip();
      if (item instanceof Value.Bytes bytes) {
        digests.add(put(bytes.bytes()));
      } else if (!text.isEmpty()) {
        try {
          digests.add(put(Base64Text.decode(text)));
        } catch (IllegalArgumentException e) {
          problems.add(
              RowProblems.at(
                  row,
                  from.toString(),
                  Problem.of("the picture is no Base64 text: " + e.getMessage())
                      .expected("Base64 text")));
        }
      }
    }
    return digests;
  }

  private void addStruct(
      List<Media> media, FieldPath from, Row row, ProblemReport problems, Runnable missing) {
    Value value = from.in(row.values());
    List<Value> items = value instanceof Value.Items list ? list.items() : List.of(value);
    for (Value item : items) {
      switch (item) {
        case Value.Absent absent -> {}
        case Value.Bytes bytes -> media.add(new Media.Stored(put(bytes.bytes())));
        case Value.Fields fields -> {
          if (fields.get("bytes") instanceof Value.Bytes bytes) {
            media.add(new Media.Stored(put(bytes.bytes())));
          } else if (!fields.get("path").asText().isBlank()) {
            addFile(media, fields.get("path").asText(), false, row, problems, missing);
          } else {
            problems.add(notAPicture(row, from, item));
          }
        }
        case Value.Text text -> addFile(media, text.text(), false, row, problems, missing);
        case Value.Items nested -> problems.add(notAPicture(row, from, item));
        case Value.Number number -> problems.add(notAPicture(row, from, item));
        case Value.Bool bool -> problems.add(notAPicture(row, from, item));
      }
    }
  }

  private static Problem notAPicture(Row row, FieldPath from, Value value) {
    return RowProblems.at(
        row,
        from.toString(),
        Problem.of("'" + RowProblems.abridged(value.asText()) + "' is no picture")
            .expected("bytes, or a record of 'bytes' and 'path'"));
  }

  private String put(byte[] bytes) {
    try {
      return store.put(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be stored: " + e.getMessage(), e);
    }
  }
}
