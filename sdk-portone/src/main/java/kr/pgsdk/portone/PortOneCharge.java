package kr.pgsdk.portone;

import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.flow.ChargeSteps;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.billing.PortOneBillingKeyPaymentRequest;
import kr.pgsdk.portone.internal.PortOneReply;
import kr.pgsdk.portone.model.PortOneBuyer;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/** What PortOne adds to the flow of a charge: a key derived from what is charged. */
final class PortOneCharge implements ChargeSteps {
  private final PortOneClient client;
  private final @Nullable String channelKey;

  PortOneCharge(PortOneClient client, @Nullable String channelKey) {
    this.client = client;
    this.channelKey = channelKey;
  }

  /**
   * Returns the charge as PortOne takes it.
   *
   * @throws IllegalArgumentException if PortOne would refuse it
   */
  private PortOneBillingKeyPaymentRequest request(ChargeRequest request) {
    PortOneRules.paymentId(request.orderId());
    PortOneRules.orderName(request.orderName());
    PortOneBillingKeyPaymentRequest.Builder charge =
        PortOneBillingKeyPaymentRequest.builder(
            request.orderId(), request.billingKey().value(), request.orderName(), request.money());
    request.taxFree().ifPresent(charge::taxFreeAmount);
    request.installmentMonths().ifPresent(charge::installmentMonth);
    if (channelKey != null) {
      charge.channelKey(channelKey);
    }
    if (request.customerName().isPresent() || request.customerEmail().isPresent()) {
      PortOneBuyer.Builder buyer = PortOneBuyer.builder();
      request.customerName().ifPresent(buyer::name);
      request.customerEmail().ifPresent(buyer::email);
      charge.customer(buyer.build());
    }
    return charge.idempotencyKey(derivedKey(request)).build();
  }

  /** Returns the key, of all that is in the body. Never change how. */
  private String derivedKey(ChargeRequest request) {
    return DerivedKey.of(
        "charge",
        request.billingKey().value(),
        request.orderId().value(),
        request.money().toString(),
        request.orderName(),
        request.taxFree().map(Money::toPlainString).orElse(""),
        request.installmentMonths().isPresent()
            ? Integer.toString(request.installmentMonths().getAsInt())
            : "",
        channelKey == null ? "" : channelKey,
        request.customerName().orElse(""),
        request.customerEmail().orElse(""));
  }

  @Override
  public GatewayTerms terms() {
    return PortOnePayment.TERMS;
  }

  @Override
  public String key(ChargeRequest request) {
    return request(request).idempotencyKey();
  }

  @Override
  public Found find(ChargeRequest request, @Nullable String mark, Deadline deadline) {
    PortOnePayment payment = client.api(deadline).find(request.orderId()).orElse(null);
    if (payment == null) {
      return new Found(null, false, false);
    }
    String billingKey = payment.billingKey().orElse(null);
    return new Found(
        payment.toPayment(), billingKey != null, !request.billingKey().value().equals(billingKey));
  }

  @Override
  public Captured charge(ChargeRequest request, String mark, Deadline deadline) {
    PortOneReply reply = client.billingKeys(deadline).reply(request(request));
    return new Captured(null, reply.replayed(), reply.followsDoubt());
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return PortOneRefusals.classify(refusal);
  }

  @Override
  public boolean saysPaid(GatewayException refusal) {
    return PortOneRefusals.is(refusal, PortOneErrorCode.ALREADY_PAID);
  }
}
