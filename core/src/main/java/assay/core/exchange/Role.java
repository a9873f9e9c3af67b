package assay.core.exchange;

/** Who speaks in a message. */
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT
}
