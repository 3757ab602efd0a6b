package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.YearMonth;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.toss.billing.TossBillingKeyRequest;
import kr.pgsdk.toss.billing.TossCardBillingKeyRequest;
import kr.pgsdk.toss.billing.TossChargeRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayConfirmRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayPaymentRequest;
import kr.pgsdk.toss.card.TossKeyInRequest;
import kr.pgsdk.toss.model.Pay;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccountRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An answer about something else than was asked for: malformed where nothing was changed, doubt
 * where something was.
 */
class AskedTest {
  private static final String OTHER =
      Pay.done()
          .with("paymentKey", "\"pay_key_other\"")
          .with("orderId", "\"order_other\"")
          .with("customerKey", "\"customer_other\"")
          .with("billingKey", "\"billing_key_1\"")
          .toString();

  private static final CardData CARD =
      CardData.builder("4111111111111111", YearMonth.of(2030, 12)).ownerIdentity("900101").build();

  static Stream<Arguments> calls() {
    return Stream.of(
        read(c -> c.payment(PAYMENT_KEY)),
        read(c -> c.paymentByOrderId(ORDER_ID)),
        change(c -> c.confirm(TossConfirmRequest.of(PAYMENT_KEY, ORDER_ID, AMOUNT))),
        change(c -> c.cancel(TossCancelRequest.full(PAYMENT_KEY, "why").build())),
        change(
            c -> c.billingKeys().issue(TossBillingKeyRequest.builder("a", "customer_1").build())),
        change(
            c ->
                c.billingKeys()
                    .issue(TossCardBillingKeyRequest.builder("customer_1", CARD).build())),
        change(
            c ->
                c.billingKeys()
                    .charge(
                        TossChargeRequest.builder("b", "customer_1", ORDER_ID, AMOUNT, "T-shirt")
                            .build())),
        change(
            c ->
                c.cardPayments()
                    .keyIn(TossKeyInRequest.builder(ORDER_ID, AMOUNT, "T-shirt", CARD).build())),
        change(
            c ->
                c.virtualAccounts()
                    .issue(
                        TossVirtualAccountRequest.builder(ORDER_ID, AMOUNT, "T-shirt", "Kim", "88")
                            .build())),
        change(
            c ->
                c.cashReceipts()
                    .issue(
                        TossCashReceiptRequest.builder(
                                ORDER_ID,
                                AMOUNT,
                                "T-shirt",
                                TossCashReceiptType.INCOME_DEDUCTION,
                                "01012345678")
                            .build())),
        change(
            c ->
                c.brandpay()
                    .confirm(
                        TossBrandpayConfirmRequest.builder(
                                PAYMENT_KEY, ORDER_ID, AMOUNT, "customer_1")
                            .build())),
        change(
            c -> c.brandpay().pay(TossBrandpayPaymentRequest.builder(ORDER_ID, AMOUNT).build())));
  }

  private static Arguments read(Consumer<TossClient> call) {
    return arguments(call, MalformedResponseException.class);
  }

  private static Arguments change(Consumer<TossClient> call) {
    return arguments(call, OutcomeUnknownException.class);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("calls")
  void answerAboutAnother_isNotTaken(
      Consumer<TossClient> call, Class<? extends PaymentException> expected) throws Exception {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      for (int attempt = 0; attempt < 3; attempt++) {
        toss.serve(TossServer.json(200, OTHER, "Date: Tue, 13 Feb 2024 03:18:15 GMT"));
      }

      assertThatThrownBy(() -> call.accept(client))
          .isInstanceOf(expected)
          .hasStackTraceContaining("is not the one that was asked for");
    }
  }
}
