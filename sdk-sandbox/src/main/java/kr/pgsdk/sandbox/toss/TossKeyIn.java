package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.util.Map;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Payments by card data that the shop's server sends. Guarded by the simulation's lock. */
final class TossKeyIn {
  private static final int LEAST = 100;
  private static final int LEAST_BY_INSTALLMENTS = 50_000;
  private static final int MOST_MONTHS = 12;

  private final TossPayments payments;

  TossKeyIn(TossPayments payments) {
    this.payments = payments;
  }

  void addTo(TossRoutes routes) {
    routes.on("POST", "/v1/payments/key-in", this::pay);
  }

  private Map<String, @Nullable Object> pay(TossCall call) {
    Params params = call.params();
    TossOrder order = TossOrder.of(params);
    order.requireAtLeast(LEAST);
    TestCard card = TossCardData.of(params);
    int months = months(params, order);
    payments.requireUndecided(order);
    TossPayment payment = payments.made("tkeyi", order, Method.CARD);
    payment.installmentMonths = months;
    return payments.captureByCard(payment, card, call.cause());
  }

  /** In one sum, or in 2 to 12 months from 50,000 won on. */
  private static int months(Params params, TossOrder order) {
    BigDecimal months = TossOrder.amount(params, "cardInstallmentPlan");
    if (months == null || months.signum() == 0) {
      return 0;
    }
    if (months.compareTo(BigDecimal.ONE) == 0
        || months.compareTo(BigDecimal.valueOf(MOST_MONTHS)) > 0) {
      throw TossRefusal.of("INVALID_CARD_INSTALLMENT_PLAN");
    }
    if (order.amount().amount().compareTo(BigDecimal.valueOf(LEAST_BY_INSTALLMENTS)) < 0) {
      throw TossRefusal.of("NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT");
    }
    return months.intValueExact();
  }
}
