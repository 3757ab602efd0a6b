package kr.pgsdk.benchmarks.server;

/** What a request asks for. */
public enum Kind {
  /** {@code GET /v1/payments/{paymentKey}}. */
  TOSS_FIND,

  /** {@code POST /v1/payments/confirm}. */
  TOSS_CONFIRM,

  /** {@code POST /v1/payments/{paymentKey}/cancel}. */
  TOSS_CANCEL,

  /** {@code GET /payments/{imp_uid}}, which is Iamport's confirm too. */
  IAMPORT_FIND,

  /** The same for the payment that is cancelled: as it is before. */
  IAMPORT_FIND_BEFORE_CANCEL,

  /** {@code POST /payments/cancel}. */
  IAMPORT_CANCEL,

  /** {@code POST /users/getToken}. */
  IAMPORT_TOKEN,

  /** Anything else: answered 404. */
  UNKNOWN,

  /** {@code GET /control/...}: for the benchmarks themselves; not counted. */
  CONTROL
}
