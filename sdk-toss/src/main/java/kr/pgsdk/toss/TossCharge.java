package kr.pgsdk.toss;

import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.flow.ChargeSteps;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.billing.TossChargeRequest;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** What Toss adds to the flow of a charge: a key derived from what is charged. */
final class TossCharge implements ChargeSteps {
  /** The type of a payment that was made by a billing key. */
  private static final String BILLING = "BILLING";

  private final TossClient client;

  TossCharge(TossClient client) {
    this.client = client;
  }

  /**
   * Returns the charge as Toss takes it.
   *
   * @throws IllegalArgumentException if Toss would refuse it
   */
  private static TossChargeRequest request(ChargeRequest request) {
    if (request.installmentMonths().isPresent()) {
      throw new IllegalArgumentException(
          "Toss takes no installment months for a billing key: leave them out");
    }
    String customerKey =
        request
            .billingKey()
            .customerKey()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Toss charges a billing key with its customer key:"
                            + " BillingKey.of(billingKey, customerKey)"));
    TossChargeRequest.Builder charge =
        TossChargeRequest.builder(
            request.billingKey().value(),
            customerKey,
            request.orderId(),
            request.money(),
            request.orderName());
    request.taxFree().ifPresent(charge::taxFreeAmount);
    request.customerName().ifPresent(charge::customerName);
    request.customerEmail().ifPresent(charge::customerEmail);
    return charge.build();
  }

  @Override
  public GatewayTerms terms() {
    return TossPayment.TERMS;
  }

  @Override
  public String key(ChargeRequest request) {
    return request(request).idempotencyKey();
  }

  @Override
  public Found find(ChargeRequest request, @Nullable String mark, Deadline deadline) {
    TossPayment payment =
        client
            .api(deadline)
            .see(PaymentLookup.byOrderId(request.orderId()))
            .map(TossApi.Seen::payment)
            .orElse(null);
    if (payment == null) {
      return new Found(null, false, false);
    }
    boolean charged = payment.type().filter(BILLING::equals).isPresent();
    return new Found(payment.toPayment(), charged, !charged);
  }

  @Override
  public Captured charge(ChargeRequest request, String mark, Deadline deadline) {
    TossReply reply = client.billingKeys(deadline).reply(request(request));
    return new Captured(reply.payment().toPayment(), reply.replayed(), reply.followsDoubt());
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return TossRefusals.ofCharge(refusal);
  }

  @Override
  public boolean saysPaid(GatewayException refusal) {
    return false; // Toss's codes that say so are uncertain refusals
  }
}
