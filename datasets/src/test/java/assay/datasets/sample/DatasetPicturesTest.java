package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Media;
import assay.core.Sample;
import assay.core.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures beside tables and within them. */
class DatasetPicturesTest extends SplitFolder {

  @Test
  void picturesThatAreMissingOrLieOutsideAreProblems() throws IOException {
    file("img/a b.png", "picture");
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x"], "a": "A", "i": "a b.png"}
        {"id": 2, "q": "Q", "o": ["x"], "a": "A", "i": null}
        {"id": 3, "q": "Q", "o": ["x"], "a": "A", "i": "none.png"}
        {"id": 4, "q": "Q", "o": ["x"], "a": "A", "i": "../../secret.png"}
        """);
    String yaml = CHOICE.replace("  target:", "  media: \"img/{i}\"\n  target:");
    assertThat(refused(yaml))
        .contains("a.jsonl:3: there is no file 'img/none.png'")
        .contains("a.jsonl:4: the picture's path 'img/../../secret.png' may lie outside")
        .doesNotContain("a.jsonl:1")
        .doesNotContain("a.jsonl:2");
    file(
        "a.jsonl",
        "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\", \"i\": \"none.png\"}\n");
    Dataset lenient =
        open(
            CHOICE.replace("  target:", "  media: {path: \"img/{i}\", optional: true}\n  target:"));
    assertThat(lenient.summary().missingMedia()).isEqualTo(1);
    assertThat(lenient.summary().media()).isEqualTo(1);
  }

  @Test
  void picturesWithinTablesAreStoredOnceAndNamedByOtherRows() throws IOException {
    String picture =
        Base64.getEncoder().encodeToString("x".repeat(100).getBytes(StandardCharsets.UTF_8));
    String other =
        Base64.getEncoder().encodeToString("y".repeat(100).getBytes(StandardCharsets.UTF_8));
    file(
        "a.tsv",
        "index\tq\tA\ta\timage\n"
            + "1\tQ\tone\tA\t3\n"
            + "2\tQ\tone\tA\t"
            + other
            + "\n"
            + "3\tQ\tone\tA\t"
            + picture
            + "\n"
            + "4\tQ\tone\tA\t\n");
    String yaml =
        CHOICE
            .replace("a.jsonl", "a.tsv")
            .replace("\"{id}\"", "\"{index}\"")
            .replace("options: {from: o}", "options: {columns: [A]}")
            .replace("  target:", "  media: {base64: image, index: index}\n  target:");
    Media.Stored stored = new Media.Stored(Sha256.of("x".repeat(100)));
    assertThat(samples(yaml))
        .extracting(Sample::media)
        .containsExactly(
            List.of(stored),
            List.of(new Media.Stored(Sha256.of("y".repeat(100)))),
            List.of(stored),
            List.of());
    assertThat(store.size()).isEqualTo(2);
    file("a.tsv", "index\tq\tA\ta\timage\n1\tQ\tone\tA\t9\n");
    assertThat(refused(yaml)).contains("a.tsv:2 [image]: no row '9' holds a picture");
  }
}
