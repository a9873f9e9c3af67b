package assay.testkit.endpoint;

import assay.testkit.endpoint.Behaviour.Bytes;
import assay.testkit.endpoint.Behaviour.Cut;
import assay.testkit.endpoint.Behaviour.Delayed;
import assay.testkit.endpoint.Behaviour.Ending;
import assay.testkit.endpoint.Behaviour.Gated;
import assay.testkit.endpoint.Behaviour.Hang;
import assay.testkit.endpoint.Behaviour.HangAfterHead;
import assay.testkit.endpoint.Behaviour.Huge;
import assay.testkit.endpoint.Behaviour.Trickle;
import assay.testkit.endpoint.Traffic.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Carries out the behaviour for one request on its connection. */
final class Performance {
  private static final long FOREVER = Long.MAX_VALUE;
  private static final int PIECE = 64 * 1024;

  private final Socket socket;
  private final Inbound in;
  private final OutputStream out;
  private final Traffic traffic;
  private final CompletableFuture<Void> closing;
  private final Exchange exchange;
  private final boolean keepAlive;
  private final long arrivedNanos;
  private @Nullable Fate fate;

  Performance(
      Socket socket,
      Inbound in,
      OutputStream out,
      LoopbackEndpoint endpoint,
      Exchange exchange,
      boolean keepAlive) {
    this.socket = socket;
    this.in = in;
    this.out = out;
    this.traffic = endpoint.traffic();
    this.closing = endpoint.closing();
    this.exchange = exchange;
    this.keepAlive = keepAlive;
    this.arrivedNanos = System.nanoTime();
  }

  /** Performs; true where the connection may carry another request. */
  boolean perform(Behaviour behaviour) throws IOException {
    try {
      boolean keep = act(behaviour);
      end(Fate.ABANDONED); // whatever ended otherwise has said so
      return keep;
    } catch (IOException e) {
      if (fate == Fate.SENT) {
        traffic.lost();
      }
      end(Fate.ABANDONED);
      throw e;
    }
  }

  private boolean act(Behaviour behaviour) throws IOException {
    return switch (behaviour) {
      case ChatReply reply -> send(reply.rawFor(exchange));
      case RawReply reply -> send(reply);
      case Bytes bytes -> {
        end(Fate.CUT);
        bytes.bytes().writeTo(out);
        out.flush();
        yield false;
      }
      case Cut cut -> cut(cut);
      case Hang() -> hang();
      case HangAfterHead(Behaviour reply) -> {
        out.write(wire(reply).head());
        out.flush();
        yield hang();
      }
      case Trickle trickle -> trickle(trickle);
      case Huge huge -> huge(huge);
      case Delayed delayed -> {
        long due = arrivedNanos + delayed.time().toNanos();
        yield waitFor(new CompletableFuture<Void>(), due - System.nanoTime())
            && act(delayed.then());
      }
      case Gated gated -> waitFor(gated.gate().opened(), FOREVER) && act(gated.then());
    };
  }

  private boolean send(RawReply reply) throws IOException {
    WireForm wire = WireForm.of(reply, keepAlive);
    end(Fate.SENT);
    out.write(wire.whole());
    out.flush();
    return wire.keepAlive();
  }

  private boolean cut(Cut cut) throws IOException {
    WireForm wire = wire(cut.reply());
    byte[] sent =
        switch (cut.point()) {
          case BEFORE_HEAD -> new byte[0];
          case AFTER_HEAD -> wire.head();
          case MID_BODY -> wire.half();
          case AFTER_BODY -> wire.whole();
        };
    end(cut.point() == Behaviour.CutPoint.AFTER_BODY ? Fate.SENT : Fate.CUT);
    out.write(sent);
    out.flush();
    if (cut.ending() == Ending.RESET) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
    return false;
  }

  private boolean hang() {
    waitFor(new CompletableFuture<Void>(), FOREVER);
    return false;
  }

  private boolean trickle(Trickle trickle) throws IOException {
    WireForm wire = wire(trickle.reply());
    byte[] bytes = wire.whole();
    for (int at = 0; at < bytes.length; at += trickle.piece()) {
      int to = Math.min(bytes.length, at + trickle.piece());
      if (to == bytes.length) {
        end(Fate.SENT);
      }
      out.write(bytes, at, to - at);
      out.flush();
      if (to < bytes.length && !waitFor(new CompletableFuture<Void>(), trickle.pause().toNanos())) {
        return false;
      }
    }
    return wire.keepAlive();
  }

  private boolean huge(Huge huge) throws IOException {
    RawReply around = ChatReply.of("@").withoutUsage().raw();
    String json = around.body().text();
    int at = json.indexOf("\"@\"") + 1;
    byte[] before = json.substring(0, at).getBytes(StandardCharsets.UTF_8);
    byte[] after = json.substring(at + 1).getBytes(StandardCharsets.UTF_8);
    boolean chunked = huge.framing() == Framing.CHUNKED;
    boolean keep = keepAlive && huge.framing() != Framing.CLOSE;
    var framed = new RawReply(around.status(), around.headers(), Payload.empty(), huge.framing());
    out.write(WireForm.head(framed, before.length + huge.characters() + after.length, keep));
    write(before, before.length, chunked);
    byte[] filler = new byte[PIECE];
    Arrays.fill(filler, (byte) 'x');
    for (long left = huge.characters(); left > 0; left -= PIECE) {
      write(filler, (int) Math.min(left, PIECE), chunked);
    }
    end(Fate.SENT);
    write(after, after.length, chunked);
    if (chunked) {
      out.write(WireForm.lastChunk());
    }
    out.flush();
    return keep;
  }

  private void write(byte[] bytes, int length, boolean chunked) throws IOException {
    if (chunked) {
      out.write(WireForm.chunk(bytes, 0, length));
    } else {
      out.write(bytes, 0, length);
    }
  }

  private WireForm wire(Behaviour reply) {
    return switch (reply) {
      case ChatReply chat -> WireForm.of(chat.rawFor(exchange), keepAlive);
      case RawReply raw -> WireForm.of(raw, keepAlive);
      case Behaviour.Composite other -> throw new AssertionError("refused when made: " + other);
    };
  }

  private void end(Fate how) {
    if (fate == null) {
      fate = how;
      traffic.ended(how);
    }
  }

  /** Waits for the signal or the time; false where the client left first or the endpoint closes. */
  private boolean waitFor(CompletableFuture<Void> signal, long nanos) {
    CompletableFuture<@Nullable Void> left =
        in.ahead()
            .thenCompose(
                more ->
                    more
                        ? new CompletableFuture<@Nullable Void>()
                        : CompletableFuture.completedFuture(null));
    try {
      CompletableFuture.anyOf(signal, left, closing).get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return true; // the time has come
    } catch (ExecutionException e) {
      throw new AssertionError("none of these futures ends in an exception", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !left.isDone() && !closing.isDone();
  }
}
