package kr.pgsdk.core.webhook;

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

  private final GatewayTerms terms;
  private final Map<PaymentId, Payment> payments =
      Collections.synchronizedMap(new LinkedHashMap<>());
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** Runs between a lookup and its answer. */
  volatile Runnable beforeAnswer = () -> {};

  /** What {@link #name} says; null for a stand-in that has none. */
  @Nullable String name;

  FakeGateway() {
    this(TERMS);
  }

  FakeGateway(GatewayTerms terms) {
    this.terms = terms;
  }

  /** Runs after a payment was looked at for a confirm. */
  volatile Runnable afterAnswer = () -> {};

  /** What a lookup by order doesn't show (yet). */
  volatile @Nullable PaymentId hiddenFromOrders;

  static Payment payment(String id, String order, Known known, long cancelled) {
    return payment(TERMS, id, order, known, cancelled);
  }

  static Payment payment(GatewayTerms terms, String id, String order, Known known, long cancelled) {
    boolean captured =
        known == Known.PAID || known == Known.PARTIALLY_CANCELLED || cancelled == 15_000;
    return Payment.builder(
            terms,
            PaymentId.of(id),
            OrderId.of(order),
            PRICE,
            new PaymentStatus(known, known.name()))
        .balance(Money.krw(captured ? 15_000 - cancelled : 0))
        .cancelled(Money.krw(cancelled))
        .build();
  }

  void show(String id, String order, Known known, long cancelled) {
    payments.put(PaymentId.of(id), payment(terms, id, order, known, cancelled));
  }

  void forget(String id) {
    payments.remove(PaymentId.of(id));
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    calls.add("find " + lookup);
    if (lookup.paymentId().isPresent()) {
      return Optional.ofNullable(payments.get(lookup.paymentId().get()));
    }
    synchronized (payments) {
      return payments.values().stream()
          .filter(payment -> !payment.paymentId().equals(hiddenFromOrders))
          .filter(payment -> lookup.orderId().filter(payment.orderId()::equals).isPresent())
          .max(
              java.util.Comparator.comparing(
                  payment -> payment.balance().plus(payment.cancelled()).amount()));
    }
  }

  @Override
  public Confirmation confirm(ConfirmRequest request) {
    calls.add("confirm " + request.paymentId() + (request.withoutCapture() ? "" : ", capturing"));
    Payment payment = payments.get(request.paymentId());
    beforeAnswer.run();
    afterAnswer.run();
    return LookingConfirm.confirm(terms, request, payment);
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
