package kr.pgsdk.sandbox.matrix;

/** Which requests of a call a fault hits. */
enum Timing {
  /** The request the verb is about, the first time. */
  ONCE,
  /** The request the verb is about, and everything that is sent after it. */
  FROM_THEN_ON,
  /** Every request for a token, by a gateway object that has none yet. */
  TOKEN,
  /** The lookup that comes before a cancel or a charge, and everything that is sent after it. */
  LOOKUP_BEFORE,
  /** The first sending is lost, and its first repetition refused. */
  REPETITION,
  /** The first sending is lost, and each repetition refused; lookups are answered. */
  REPETITIONS,
  /** All is lost from the sending on; the same request, handed in again at once, is refused. */
  AGAIN_AT_ONCE,
  /** The same, handed in again minutes later. */
  AGAIN_LATER,
  /** Somebody else refunds the same amount. */
  OTHER_REFUND;

  /** Whether what comes out is a second call's. */
  boolean isOfSecondCall() {
    return this == AGAIN_AT_ONCE || this == AGAIN_LATER;
  }
}
