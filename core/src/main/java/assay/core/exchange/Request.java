package assay.core.exchange;

import java.util.List;

/**
 * What is put to a reader: the messages and the settings of generation. Holds nothing of the
 * target.
 */
public record Request(List<Message> messages, Generation generation) {
  public Request {
    messages = List.copyOf(messages);
  }
}
