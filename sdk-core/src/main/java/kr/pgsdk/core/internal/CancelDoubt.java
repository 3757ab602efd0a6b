package kr.pgsdk.core.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;

/** Not knowing whether a refund was executed: said aloud, and remembered by its request. */
final class CancelDoubt {
  private CancelDoubt() {}

  /** What keeps this serving from asking the gateway says nothing about the servings before it. */
  static PaymentException kept(CancelRequest request, PaymentException e) {
    return request.isMaybeExecuted() ? unknown(request, request, e) : e;
  }

  /** Says that it isn't known, and what to go on with. */
  static OutcomeUnknownException unknown(
      CancelRequest request, CancelRequest pending, PaymentException doubt) {
    OutcomeUnknownException unknown =
        new OutcomeUnknownException(
            "cancel of "
                + request.paymentId()
                + " may have been executed, and no lookup has proved it. Hand in pendingCancel()"
                + " again; a new request could refund twice.",
            doubt.toDetails().retryable(false).build(),
            PaymentLookup.byPaymentId(request.paymentId()),
            pending);
    for (Throwable failedLookup : doubt.getSuppressed()) {
      unknown.addSuppressed(failedLookup);
    }
    return unknown;
  }

  /** The gateway keeps the refusal under its key: handed in again, the request needs another. */
  static CancelRequest underNextKey(CancelRequest request) {
    byte[] next = (request.idempotencyKey() + "/next").getBytes(StandardCharsets.UTF_8);
    return request.newBuilder().idempotencyKey(UUID.nameUUIDFromBytes(next).toString()).build();
  }
}
