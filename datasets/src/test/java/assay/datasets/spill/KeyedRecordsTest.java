package assay.datasets.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyedRecordsTest {

  /** Against a map, with a file from the first bytes on or never. */
  @SeededTest(count = 60)
  void itIsAMapInOrder(Generators draw) {
    int inMemory = draw.oneIn(3) ? 1 << 20 : draw.between(1, 4_000);
    SequencedMap<String, String> model = new LinkedHashMap<>();
    try (KeyedRecords records = new KeyedRecords(new SpillFile(inMemory))) {
      for (int i = draw.between(0, 900); i > 0; i--) {
        String key = draw.oneIn(4) ? draw.text() : "k" + draw.between(0, 300);
        String text = draw.oneIn(40) ? draw.text().repeat(500) : draw.text();
        int there = records.find(key);
        int number = records.add(new RecordWriter(key).text(text));
        assertThat(number < 0).isEqualTo(model.containsKey(key));
        if (number < 0) {
          assertThat(-number - 1).isEqualTo(there);
          if (draw.oneIn(2)) {
            records.replace(there, new RecordWriter(key).text(text));
            model.put(key, text);
          }
        } else {
          assertThat(there).isEqualTo(KeyedRecords.NONE);
          assertThat(number).isEqualTo(model.size());
          model.put(key, text);
        }
      }
      assertThat(records.size()).isEqualTo(model.size());
      int number = 0;
      for (var entry : model.entrySet()) {
        RecordReader record = records.read(number);
        assertThat(record.key()).isEqualTo(entry.getKey());
        assertThat(record.text()).isEqualTo(entry.getValue());
        assertThat(records.find(entry.getKey())).isEqualTo(number++);
      }
      assertThat(records.find("none of these")).isEqualTo(KeyedRecords.NONE);
    }
  }

  @Test
  void valuesComeBackAsTheyWere() {
    List<String> texts =
        List.of(
            "",
            "plain",
            "१८",
            "half \ud83d",
            "\ude00 half",
            "whole \ud83d\ude00",
            "\u0000",
            "\ud800");
    try (KeyedRecords records = new KeyedRecords(new SpillFile(16))) {
      for (String text : texts) {
        records.add(new RecordWriter("key " + text).text(text).text(null).whole(-7));
      }
      records.add(
          new RecordWriter("n")
              .count(null)
              .count(0L)
              .count(Long.MAX_VALUE)
              .figure(null)
              .figure(-0.0));
      for (int i = 0; i < texts.size(); i++) {
        RecordReader record = records.read(records.find("key " + texts.get(i)));
        assertThat(record.required()).isEqualTo(texts.get(i));
        assertThat(record.text()).isNull();
        assertThat(record.whole()).isEqualTo(-7);
      }
      RecordReader figures = records.read(texts.size());
      assertThat(figures.count()).isNull();
      assertThat(figures.count()).isZero();
      assertThat(figures.count()).isEqualTo(Long.MAX_VALUE);
      assertThat(figures.figure()).isNull();
      assertThat(figures.figure()).isEqualTo(-0.0);
    }
  }

  @Test
  void nothingIsLeftInTheFolderOfTemporaryFiles() throws IOException {
    List<Path> before = left();
    try (SpillFile file = new SpillFile(10)) {
      file.append(new byte[9]);
      assertThat(file.isSpilled()).isFalse();
      file.append(new byte[9]);
      assertThat(file.isSpilled()).isTrue();
      assertThat(left()).as("the file has no name").isEqualTo(before);
      assertThat(file.read(9, 9)).isEqualTo(new byte[9]);
    }
    assertThat(left()).isEqualTo(before);
  }

  @Test
  void whatIsLargerThanTheBufferComesBackToo() {
    byte[] large = new byte[3_000_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31);
    }
    try (SpillFile file = new SpillFile(100)) {
      long small = file.append(new byte[] {1, 2});
      long first = file.append(large);
      long between = file.append(new byte[] {3});
      long second = file.append(large);
      assertThat(file.read(first, large.length)).isEqualTo(large);
      assertThat(file.read(second, large.length)).isEqualTo(large);
      assertThat(file.read(small, 2)).containsExactly(1, 2);
      assertThat(file.read(between, 1)).containsExactly(3);
    }
  }

  @Test
  void nothingIsReadAfterTheEnd() {
    KeyedRecords records = new KeyedRecords();
    records.add(new RecordWriter("a"));
    records.close();
    records.close();
    assertThatThrownBy(() -> records.read(0)).hasMessage("the records are closed");
  }

  private static List<Path> left() throws IOException {
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      files
          .filter(file -> file.getFileName().toString().startsWith("assay-answers-"))
          .forEach(left::add);
    }
    return left;
  }
}
