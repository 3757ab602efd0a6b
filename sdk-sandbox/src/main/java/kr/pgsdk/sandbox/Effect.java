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
 * @param piece bytes at a time, of a slow body
 * @param pause between two pieces
 */
record Effect(
    Wire wire,
    Execution execution,
    int ownStatus,
    UnaryOperator<WireAnswer> rewrite,
    int piece,
    Duration pause) {

  /** What happens on the wire. */
  enum Wire {
    /** An answer, whole. */
    ANSWER,
    /** The connection is reset when the head has arrived; the body is never read. */
    CUT_UNREAD,
    /** The request is read whole; the connection is closed without an answer. */
    CUT,
    /** Head and half of the body arrive, then the connection is closed. */
    CUT_IN_BODY,
    /** The body comes in small pieces. */
    SLOW,
    /** An answer, whole; then the connection is closed unannounced. */
    CLOSE_AFTER
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

  static Effect of(Wire wire, Execution execution) {
    return new Effect(wire, execution, 0, UnaryOperator.identity(), 0, Duration.ZERO);
  }

  static Effect slow(int piece, Duration pause) {
    return new Effect(Wire.SLOW, Execution.AT_ONCE, 0, UnaryOperator.identity(), piece, pause);
  }

  static Effect ownFailure(int status) {
    return new Effect(
        Wire.ANSWER, Execution.NEVER, status, UnaryOperator.identity(), 0, Duration.ZERO);
  }

  Effect rewriting(UnaryOperator<WireAnswer> change) {
    return new Effect(
        wire, execution, ownStatus, answer -> change.apply(rewrite.apply(answer)), piece, pause);
  }

  Effect executed() {
    return new Effect(wire, Execution.AT_ONCE, ownStatus, rewrite, piece, pause);
  }
}
