package kr.pgsdk.sandbox.matrix;

/** Which requests of a call a mishap hits. */
enum Strike {
  /** The request the verb is about, the first time. */
  ONCE,
  /** The request the verb is about, and everything that is sent after it. */
  FROM_THEN_ON,
  /** Every request for a token, by a gateway object that has none yet. */
  TOKEN,
  /** The lookup that comes before a cancel, and everything that is sent after it. */
  LOOKUP_BEFORE
}
