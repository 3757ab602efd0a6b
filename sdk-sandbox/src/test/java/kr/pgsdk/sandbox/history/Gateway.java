package kr.pgsdk.sandbox.history;

/** The gateway of a history. */
enum Gateway {
  IAMPORT,
  TOSS
}
