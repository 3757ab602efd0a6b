package kr.pgsdk.sandbox;

import java.time.Duration;
import java.util.function.UnaryOperator;
import kr.pgsdk.sandbox.wire.WireAnswer;

/**
 * What a fault does to one request.
 *
 * @param wire what the client sees of the connection
 * @param execution when the gateway acts
 * @param ownStatus the gateway's own failure to answer with; 0 for none
 * @param rewrite changes the answer on its way to the client
 * @param size what {@code wire} counts, if it counts anything: bytes of a piece, bytes too many or
 *     too few in a length, interim answers, bytes that a body unzips to
 * @param pause between two pieces; of a whole answer, how old what a lookup shows is
 */
record Effect(
    Wire wire,
    Execution execution,
    int ownStatus,
    UnaryOperator<WireAnswer> rewrite,
    long size,
    Duration pause) {

  /** What happens on the wire. */
  enum Wire {
    /** An answer, whole. */
    ANSWER,
    /** The connection is reset when the head has arrived; the body is never read. */
    CUT_UNREAD,
    /** The request is read whole; the connection is closed without an answer. */
    CUT,
    /** The connection is closed in the middle of the first header. */
    CUT_IN_HEAD,
    /** Head and half of the body arrive, then the connection is closed. */
    CUT_IN_BODY,
    /** Head and half of the body arrive, the rest after {@link InjectedFault#release}. */
    STALL_IN_BODY,
    /** The body comes in small pieces. */
    SLOW_BODY,
    /** Everything comes byte by byte, the head too. */
    SLOW,
    /** An answer, whole; then the connection is closed unannounced. */
    CLOSE_AFTER,
    /** Interim answers (100 Continue) come before the answer. */
    CONTINUED,
    /** Headers without end. */
    ENDLESS_HEAD,
    /** A chunked body without end: the answer's, then white space. */
    ENDLESS_BODY,
    /** A Content-Length that is larger or smaller than the body. */
    WRONG_LENGTH,
    /** A body that calls itself gzip and isn't. */
    BROKEN_GZIP,
    /** A body that unzips to very much white space. */
    GZIP_BOMB
  }

  /** When the gateway acts on the request. */
  enum Execution {
    NEVER,
    AT_ONCE,
    /** Only after {@link InjectedFault#release}, with the client waiting. */
    STALLED_BEFORE,
    /** At once, but the answer waits for {@link InjectedFault#release}. */
    STALLED_AFTER,
    /** Only on {@link InjectedFault#release}, the client having been cut off long before. */
    ON_RELEASE
  }

  private static final WireAnswer PAGE_OF_A_PROXY =
      WireAnswer.of(
          502,
          "text/html; charset=utf-8",
          "<html><head><title>502 Bad Gateway</title></head>"
              + "<body><center><h1>502 Bad Gateway</h1></center></body></html>");

  static Effect of(Wire wire, Execution execution) {
    return new Effect(wire, execution, 0, UnaryOperator.identity(), 0, Duration.ZERO);
  }

  static Effect sized(Wire wire, long size) {
    return paced(wire, size, Duration.ZERO);
  }

  static Effect paced(Wire wire, long size, Duration pause) {
    return new Effect(wire, Execution.AT_ONCE, 0, UnaryOperator.identity(), size, pause);
  }

  static Effect ownFailure(int status) {
    return new Effect(
        Wire.ANSWER, Execution.NEVER, status, UnaryOperator.identity(), 0, Duration.ZERO);
  }

  Effect rewriting(UnaryOperator<WireAnswer> change) {
    return new Effect(
        wire, execution, ownStatus, answer -> change.apply(rewrite.apply(answer)), size, pause);
  }

  /** Whether it is the gateway's true answer that something happens to. */
  boolean concernsTheTrueAnswer() {
    return execution == Execution.AT_ONCE && wire != Wire.CUT && ownStatus == 0;
  }

  Effect executed() {
    return new Effect(wire, Execution.AT_ONCE, ownStatus, rewrite, size, pause);
  }

  /** A proxy does it, to a page of its own. */
  Effect notExecuted() {
    return new Effect(
        wire, Execution.NEVER, 0, answer -> rewrite.apply(PAGE_OF_A_PROXY), size, pause);
  }
}
