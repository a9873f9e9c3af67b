package assay.testkit.endpoint;

import java.time.Duration;

/**
 * What the endpoint does with one request. Behaviours are data: {@link Replies} and {@link Faults}
 * make the usual ones, and the records here put them together.
 */
public sealed interface Behaviour permits ChatReply, RawReply, Behaviour.Composite {

  /** A behaviour built on another one or on none. */
  sealed interface Composite extends Behaviour
      permits Cut, Hang, HangAfterHead, Bytes, Trickle, Huge, Delayed, Gated {}

  /** How far a reply gets before the connection ends. */
  enum CutPoint {
    /** Not a byte is sent. */
    BEFORE_HEAD,
    /** Status line and headers are sent whole. */
    AFTER_HEAD,
    /** The headers and half of the body are sent. */
    MID_BODY,
    /** All is sent and promises keep-alive, then the connection ends: a stale connection. */
    AFTER_BODY
  }

  /** How a connection ends. */
  enum Ending {
    /** A reset (RST), as of a crashed process or a firewall. */
    RESET,
    /** An orderly end (FIN). */
    CLOSE
  }

  /**
   * Ends the connection somewhere in the reply.
   *
   * @param reply what is being sent
   * @param point how far it gets
   * @param ending how the connection ends
   */
  record Cut(Behaviour reply, CutPoint point, Ending ending) implements Composite {
    /** Accepts replies that are whole in themselves. */
    public Cut {
      requireWhole(reply, "cut");
    }
  }

  /** Never answers: the connection stays open until the client or the endpoint closes it. */
  record Hang() implements Composite {}

  /**
   * Sends status line and headers, then nothing more until the client or the endpoint closes.
   *
   * @param reply whose head is sent
   */
  record HangAfterHead(Behaviour reply) implements Composite {
    /** Accepts replies that are whole in themselves. */
    public HangAfterHead {
      requireWhole(reply, "hung");
    }
  }

  /**
   * Sends these bytes as they are, without a head, and closes.
   *
   * @param bytes what is sent
   */
  record Bytes(Payload bytes) implements Composite {}

  /**
   * Sends the reply, head and all, in small pieces.
   *
   * @param reply what is sent
   * @param piece bytes at a time
   * @param pause between two pieces
   */
  record Trickle(Behaviour reply, int piece, Duration pause) implements Composite {
    /** Refuses empty pieces. */
    public Trickle {
      requireWhole(reply, "trickled");
      if (piece < 1) {
        throw new IllegalArgumentException("a piece holds at least 1 byte, not " + piece);
      }
    }
  }

  /**
   * A well-formed reply whose content is very long; made while it is sent, so that the endpoint
   * itself stays small.
   *
   * @param characters length of the content, all {@code x}
   * @param framing how the body's end is marked
   */
  record Huge(long characters, Framing framing) implements Composite {}

  /**
   * Waits, then goes on; ends when the client leaves first.
   *
   * @param time counted from the request's arrival
   * @param then what follows
   */
  record Delayed(Duration time, Behaviour then) implements Composite {}

  /**
   * Waits for the test to open a gate, then goes on; ends when the client leaves first.
   *
   * @param gate the gate
   * @param then what follows
   */
  record Gated(Gate gate, Behaviour then) implements Composite {}

  /** This behaviour, {@code time} after the request arrived. */
  default Behaviour after(Duration time) {
    return new Delayed(time, this);
  }

  /** This behaviour, once the gate is open. */
  default Behaviour behind(Gate gate) {
    return new Gated(gate, this);
  }

  private static void requireWhole(Behaviour reply, String verb) {
    if (reply instanceof Composite) {
      throw new IllegalArgumentException("only a chat or raw reply can be " + verb + ": " + reply);
    }
  }
}
