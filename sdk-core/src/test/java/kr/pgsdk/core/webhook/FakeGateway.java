package kr.pgsdk.core.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.flow.LookingConfirm;
import org.jspecify.annotations.Nullable;

/** A gateway that shows the payments put into it, and moves no money. */
final class FakeGateway implements PaymentGateway {
  static final GatewayTerms TERMS =
      new GatewayTerms("iamport", "merchant_uid", "imp_uid", "amount");
  static final Money PRICE = Money.krw(15_000);

  static final GatewayTerms TOSS_TERMS =
      new GatewayTerms("toss", "orderId", "paymentKey", "totalAmount");

  private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();

  /** What {@link #name} says; null for a stand-in that has none. */
  @Nullable String name;

  private static Payment payment(String id, String order, Known known, long cancelled) {
    boolean captured =
        known == Known.PAID || known == Known.PARTIALLY_CANCELLED || cancelled == 15_000;
    return Payment.builder(
            TERMS,
            PaymentId.of(id),
            OrderId.of(order),
            PRICE,
            new PaymentStatus(known, known.name()))
        .balance(Money.krw(captured ? 15_000 - cancelled : 0))
        .cancelled(Money.krw(cancelled))
        .build();
  }

  void show(String id, String order, Known known, long cancelled) {
    payments.put(PaymentId.of(id), payment(id, order, known, cancelled));
  }

  @Override
  public boolean capturesOnConfirm() {
    return true;
  }

  @Override
  public Optional<String> credentialFingerprint() {
    return Optional.empty();
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    calls.add("find " + lookup);
    if (lookup.paymentId().isPresent()) {
      return Optional.ofNullable(payments.get(lookup.paymentId().get()));
    }
    return payments.values().stream()
        .filter(payment -> lookup.orderId().filter(payment.orderId()::equals).isPresent())
        .findFirst();
  }

  @Override
  public Confirmation confirm(ConfirmRequest request) {
    calls.add("confirm " + request.paymentId() + (request.withoutCapture() ? "" : ", capturing"));
    Payment payment = payments.get(request.paymentId());
    return LookingConfirm.confirm(TERMS, request, payment);
  }

  @Override
  public AuthToken getToken() {
    throw new AssertionError("nobody asks for a token");
  }

  @Override
  public Preparation prepare(PrepareRequest request) {
    throw new AssertionError("nobody prepares");
  }

  @Override
  public Cancellation cancel(CancelRequest request) {
    throw new AssertionError("nobody cancels");
  }

  @Override
  public String name() {
    return name == null ? PaymentGateway.super.name() : name;
  }

  @Override
  public PaymentGateway with(CallOptions options) {
    return this;
  }

  @Override
  public void close() {}
}
