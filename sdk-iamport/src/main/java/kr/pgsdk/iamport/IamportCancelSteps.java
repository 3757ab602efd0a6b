package kr.pgsdk.iamport;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.CancelRequest.Progress;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.CancelSteps;
import kr.pgsdk.core.internal.Deadline;
import org.jspecify.annotations.Nullable;

/** Cancels at Iamport: once, and with the checksum always. */
final class IamportCancelSteps implements CancelSteps {
  private final IamportClient client;

  IamportCancelSteps(IamportClient client) {
    this.client = client;
  }

  @Override
  public GatewayTerms terms() {
    return IamportPayment.TERMS;
  }

  @Override
  public Payment lookUp(PaymentId paymentId, Deadline deadline) {
    return client
        .calls(deadline)
        .samePayment(paymentId, client.acceptsTestPayments())
        .orElseThrow()
        .toPayment();
  }

  @Override
  public Executed execute(
      CancelRequest request, Money balance, @Nullable Payment known, Deadline deadline) {
    IamportCalls calls = client.calls(deadline);
    requireRepeatable(request, calls, deadline);
    boolean awaited = known != null && known.status().known() == Known.WAITING_FOR_DEPOSIT;
    // A caller who expects a balance means a paid account: the checksum shall refuse that.
    boolean revoke = awaited && balance.isZero() && request.amount().isEmpty();
    IamportPayment payment =
        revoke ? calls.revoke(request.paymentId(), null) : calls.cancel(cancel(request, balance));
    return new Executed(payment.toPayment(), Replay.NO, false);
  }

  /**
   * Iamport recognises no repetition. Of a refund of all it executes one, for nothing is left after
   * it; of a part, the checksum stops a second one, unless it is compared before the first is
   * executed (whether it can be is not documented), or the first waits at the payment company.
   */
  private void requireRepeatable(CancelRequest request, IamportCalls calls, Deadline deadline) {
    if (!isRepetitionOfAPart(request)) {
      return;
    }
    Duration left = workLeft(request, deadline);
    if (left.compareTo(Duration.ZERO) > 0) {
      throw notRepeated(
          request,
          "the first may still be worked on: hand it in again in " + left.toSeconds() + " s",
          left);
    }
    if (refundsLater(request, calls)) {
      throw notRepeated(
          request,
          "the payment company refunds later, and shows nothing until then: ask it, or wait for the"
              + " webhook",
          null);
    }
  }

  @Override
  public boolean outwait(CancelRequest request, Deadline deadline) {
    if (!isRepetitionOfAPart(request)) {
      return false;
    }
    Duration left = workLeft(request, deadline);
    return left.compareTo(Duration.ZERO) > 0 && client.rest(left, deadline.forMoney());
  }

  private static boolean isRepetitionOfAPart(CancelRequest request) {
    return request.progress() != Progress.NOT_EXECUTED && request.amount().isPresent();
  }

  /** How long the first may still be worked on. */
  private static Duration workLeft(CancelRequest request, Deadline deadline) {
    return LONGEST_WORK.minusNanos(deadline.nanoTime() - request.progressAt());
  }

  private boolean refundsLater(CancelRequest request, IamportCalls calls) {
    return refundsLater(
        calls.samePayment(request.paymentId(), client.acceptsTestPayments()).orElseThrow());
  }

  /** Whether the payment company answers a cancel before it does it (asynchronous cancels). */
  private static boolean refundsLater(IamportPayment payment) {
    String company = payment.pgProvider().orElse("");
    return company.equals("paypal_v2")
        || (company.equals("smartro_v2") && payment.payMethod().orElse("").equals("vbank"));
  }

  private OutcomeUnknownException notRepeated(
      CancelRequest request, String why, @Nullable Duration retryAfter) {
    return new OutcomeUnknownException(
        "cancel of " + request.paymentId() + " was not sent a second time: " + why,
        ErrorDetails.builder(terms().gateway()).retryAfter(retryAfter).build(),
        PaymentLookup.byPaymentId(request.paymentId()),
        request);
  }

  private static IamportCancelRequest cancel(CancelRequest request, Money balance) {
    IamportCancelRequest.Builder cancel =
        request
            .amount()
            .map(amount -> IamportCancelRequest.partial(request.paymentId(), amount))
            .orElseGet(() -> IamportCancelRequest.full(request.paymentId()))
            .checksum(balance)
            .reason(request.reason());
    request.taxFree().ifPresent(cancel::taxFree);
    request.vat().ifPresent(cancel::vat);
    request.refundAccount().ifPresent(cancel::refundAccount);
    return cancel.build();
  }

  /** Iamport has no code for doubt: a code other than 0 says that nothing was cancelled. */
  @Override
  public boolean isUncertain(GatewayException refusal) {
    return false;
  }

  /** Iamport recognises no repetition. */
  @Override
  public boolean pause(int attempt, Deadline deadline) {
    return false;
  }

  /** Code 0 without a row in cancel_history: the payment company finishes it later (paypal_v2). */
  @Override
  public boolean untracedIsPending() {
    return true;
  }
}
