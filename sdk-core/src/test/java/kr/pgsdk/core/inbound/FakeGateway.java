package kr.pgsdk.core.inbound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
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
import kr.pgsdk.core.internal.Confirming;

/** A gateway that shows the payments put into it, and moves no money. */
final class FakeGateway implements PaymentGateway {
  static final GatewayTerms TERMS =
      new GatewayTerms("iamport", "merchant_uid", "imp_uid", "amount");
  static final Money PRICE = Money.krw(15_000);

  private final Map<PaymentId, Payment> payments =
      Collections.synchronizedMap(new LinkedHashMap<>());
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** Runs between a lookup and its answer. */
  volatile Runnable beforeAnswer = () -> {};

  static Payment payment(String id, String order, Known known, long cancelled) {
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
  public Optional<Payment> find(PaymentLookup lookup) {
    calls.add("find " + lookup);
    if (lookup.paymentId().isPresent()) {
      return Optional.ofNullable(payments.get(lookup.paymentId().get()));
    }
    synchronized (payments) {
      return payments.values().stream()
          .filter(payment -> lookup.orderId().filter(payment.orderId()::equals).isPresent())
          .max(
              java.util.Comparator.comparing(
                  payment -> payment.balance().plus(payment.cancelled()).amount()));
    }
  }

  @Override
  public Confirmation confirm(ConfirmRequest request) {
    calls.add("confirm " + request.paymentId() + (request.withoutCapture() ? "" : ", capturing"));
    NotConfirmed tampered = Confirming.compareReturned(request, TERMS);
    if (tampered != null) {
      return tampered;
    }
    Payment payment = payments.get(request.paymentId());
    beforeAnswer.run();
    return payment == null
        ? NotConfirmed.builder(TERMS, Reason.NOT_FOUND, MoneyHeld.UNKNOWN).build()
        : Confirming.judge(request, payment, Capture.ALREADY_CAPTURED, true);
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
  public PaymentGateway with(CallOptions options) {
    return this;
  }

  @Override
  public void close() {}
}
