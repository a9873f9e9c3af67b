package assay.models.endpoint;

import assay.core.data.ContentStore;
import assay.core.exchange.Part.ImagePart;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Keeps pictures out of memory. The protocol wants a picture as base64 text inside the JSON, which
 * costs several times its size while a request is made and as long as its reply is awaited. So the
 * JSON is made with a short slot for each picture, and the picture's bytes take its place while the
 * request is being written. A slot holds a random number drawn for this endpoint, so no text of a
 * sample can be mistaken for one.
 */
final class ImageSlots {

  private static final int SHA_LENGTH = 64;

  private final ContentStore store;
  private final String mark;
  private final byte[] markBytes;

  ImageSlots(ContentStore store) {
    this.store = store;
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    mark = "assay-" + HexFormat.of().formatHex(random) + ":";
    markBytes = mark.getBytes(StandardCharsets.US_ASCII);
  }

  /** What stands in the JSON for a picture. */
  String slot(ImagePart image) {
    if (image.sha256().length() != SHA_LENGTH || !image.mime().matches("[a-z0-9.+/-]+")) {
      throw new IllegalArgumentException(
          "picture "
              + image.sha256()
              + " of type "
              + image.mime()
              + ": expected a SHA-256, a type");
    }
    return mark + image.sha256() + image.mime() + ";";
  }

  /** A request's body: the JSON with the pictures in their slots. */
  SplicedEntity entity(byte[] json) {
    List<SplicedEntity.Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = indexOf(json, from); at >= 0; at = indexOf(json, from)) {
      pieces.add(new SplicedEntity.Bytes(json, from, at - from));
      int sha = at + markBytes.length;
      int end = sha + SHA_LENGTH;
      while (json[end] != ';') {
        end++;
      }
      String name = new String(json, sha, SHA_LENGTH, StandardCharsets.US_ASCII);
      String mime =
          new String(json, sha + SHA_LENGTH, end - sha - SHA_LENGTH, StandardCharsets.US_ASCII);
      byte[] head = ("data:" + mime + ";base64,").getBytes(StandardCharsets.US_ASCII);
      pieces.add(new SplicedEntity.Bytes(head, 0, head.length));
      pieces.add(new SplicedEntity.Picture(store, name));
      from = end + 1;
    }
    pieces.add(new SplicedEntity.Bytes(json, from, json.length - from));
    return new SplicedEntity(pieces);
  }

  /** First place of the mark at or after {@code from}, or -1. */
  private int indexOf(byte[] json, int from) {
    for (int at = from; at <= json.length - markBytes.length; at++) {
      if (json[at] == markBytes[0]
          && Arrays.equals(json, at, at + markBytes.length, markBytes, 0, markBytes.length)) {
        return at;
      }
    }
    return -1;
  }
}
